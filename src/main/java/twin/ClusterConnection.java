package twin;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.nio.file.Path;
import kube.Serialization;

/** A verified connection to the one cluster that a kubeconfig file names; no ambient setting takes part. */
public final class ClusterConnection implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 5_000;

    private final KubernetesClient client;

    private ClusterConnection(KubernetesClient client) {
        this.client = client;
    }

    public static ClusterConnection open(Path kubeconfig) {
        Config config = Config.fromKubeconfig(kubeconfig.toFile());
        config.setRequestTimeout(TIMEOUT_MILLIS);
        config.setConnectionTimeout(TIMEOUT_MILLIS);
        config.setRequestRetryBackoffLimit(0);
        return new ClusterConnection(new KubernetesClientBuilder()
                .withKubernetesSerialization(Serialization.SHARED)
                .withConfig(config)
                .build());
    }

    public KubernetesClient client() {
        return client;
    }

    public boolean ready() {
        try {
            return "ok".equals(client.raw("/readyz"));
        } catch (KubernetesClientException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
