package cli;

import io.fabric8.kubernetes.api.model.NamedAuthInfoBuilder;
import io.fabric8.kubernetes.api.model.NamedContextBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.internal.KubeConfigUtils;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The twin seen with the rights of one of its service accounts, as a pod would see it. */
public final class AccountKubeconfig {
    private AccountKubeconfig() {}

    /** Writes the administrator's kubeconfig with a token of the account instead of the certificate. */
    public static Path write(Path administrator, String namespace, String account, Path folder) throws IOException {
        try (var client = client(administrator)) {
            String token = client.serviceAccounts()
                    .inNamespace(namespace)
                    .withName(account)
                    .tokenRequest()
                    .getStatus()
                    .getToken();
            var config = KubeConfigUtils.parseConfig(administrator.toFile());
            var context = config.getContexts().get(0);
            config.setUsers(List.of(new NamedAuthInfoBuilder()
                    .withName(account)
                    .withNewUser()
                    .withToken(token)
                    .endUser()
                    .build()));
            config.setContexts(List.of(new NamedContextBuilder(context)
                    .editContext()
                    .withUser(account)
                    .endContext()
                    .build()));
            Path file = Files.createDirectories(folder).resolve(account + ".kubeconfig");
            Files.writeString(file, Serialization.asYaml(config));
            return file;
        }
    }

    /** A client with the rights of whoever the kubeconfig is for. */
    public static KubernetesClient client(Path kubeconfig) {
        return new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(kubeconfig.toFile()))
                .build();
    }
}
