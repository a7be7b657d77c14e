package twin;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.NonDeletingOperation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import toolchain.Command;

/**
 * What an OKD cluster has from its first hour and a bare control plane lacks: its namespaces, CRDs, SCCs and their
 * admission.
 * Applied by kubectl, which sends the files as they are; a typed client would drop the nulls that an SCC must have.
 */
final class BaseObjects {
    private static final List<String> OWN =
            List.of("namespaces.yaml", "egressfirewall.yaml", "scc.yaml", "scc-admission.yaml", "clusterpolicy.yaml");
    private static final String NAMESPACE = "kube-system";
    private static final String RECORD = "facility-twin";

    private final Path kubectl;
    private final TwinFolder folder;
    private final KubernetesClient client;

    BaseObjects(Path kubectl, TwinFolder folder, KubernetesClient client) {
        this.kubectl = kubectl;
        this.folder = folder;
        this.client = client;
    }

    /** Applies them unless the cluster itself says that it has these very ones. */
    void ensure(List<Path> customResources) {
        String digest = digest(customResources);
        ConfigMap record =
                client.configMaps().inNamespace(NAMESPACE).withName(RECORD).get();
        if (record != null && digest.equals(record.getData().get("digest"))) {
            return;
        }
        apply(customResources);
        var done = new ConfigMapBuilder()
                .withNewMetadata()
                .withName(RECORD)
                .withNamespace(NAMESPACE)
                .endMetadata()
                .withData(Map.of("digest", digest))
                .build();
        client.resource(done).createOr(NonDeletingOperation::update);
    }

    private static String digest(List<Path> customResources) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            for (String own : OWN) {
                sha.update(text(own).getBytes(StandardCharsets.UTF_8));
            }
            for (Path file : customResources) {
                sha.update(Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void apply(List<Path> customResources) {
        applyFiles(customResources.stream().map(Path::toString).toList());
        new ServedDefinitions(client).await();
        applyFiles(OWN.stream().map(this::unpacked).toList());
    }

    private void applyFiles(List<String> files) {
        var words = new ArrayList<>(
                List.of("apply", "--server-side", "--force-conflicts", "--field-manager=facility-twin"));
        files.forEach(file -> words.addAll(List.of("--filename", file)));
        run(words);
    }

    private void run(List<String> arguments) {
        var words = new ArrayList<>(
                List.of(kubectl.toString(), "--kubeconfig", folder.kubeconfig().toString()));
        words.addAll(arguments);
        var result = Command.run(folder.folder(), Map.of(), words);
        if (!result.succeeded()) {
            throw new TwinException(
                    "the twin could not be furnished: " + result.output().strip());
        }
    }

    private String unpacked(String name) {
        Path file = folder.configuration().resolve(name);
        PrivateFiles.write(file, text(name));
        return file.toString();
    }

    private static String text(String name) {
        try (InputStream in = BaseObjects.class.getResourceAsStream("/twin/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
