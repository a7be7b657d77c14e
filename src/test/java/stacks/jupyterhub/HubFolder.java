package stacks.jupyterhub;

import facility.SecretValue;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kube.Declared;
import stacks.Stack;

/** What the hub's pod would find mounted, laid out in a folder for a real JupyterHub on this machine. */
public final class HubFolder {
    /** What every secret with a free form holds. */
    public static final String SECRET_VALUE = "secret-value";

    private HubFolder() {}

    /** Writes the hub's configuration, and each key of the Secret that it mounts. */
    public static void write(Path folder, Stack hub, List<SecretValue> secrets) throws IOException {
        Files.createDirectories(folder.resolve("config"));
        Files.createDirectories(folder.resolve("existing-secret"));
        var values = new TreeMap<String, String>();
        secrets.forEach(secret -> values.put(secret.placeholder(), value(secret)));
        for (Declared declared : hub.objects()) {
            if (declared.object() instanceof ConfigMap map && declared.name().equals("jupyterhub/hub")) {
                configuration(folder, map.getData());
                extraFiles(folder, hub, map.getData());
            } else if (declared.object() instanceof Secret secret
                    && declared.name().equals("jupyterhub/" + JupyterHubStack.SECRET)) {
                for (var entry : secret.getData().entrySet()) {
                    Files.writeString(
                            folder.resolve("existing-secret").resolve(entry.getKey()), values.get(entry.getValue()));
                }
            }
        }
    }

    /** What a secret holds; each with hexadecimal digits has others, as tokens must. */
    public static String value(SecretValue secret) {
        return secret.form() == SecretValue.Form.HEX
                ? "%064x".formatted(Integer.toUnsignedLong(secret.path().hashCode()))
                : SECRET_VALUE;
    }

    /** Files of the ConfigMap, at the places where the pod mounts them, below the folder instead of the hub's own. */
    private static void extraFiles(Path folder, Stack hub, Map<String, String> data) throws IOException {
        for (Declared declared : hub.objects()) {
            if (declared.object() instanceof Deployment deployment
                    && declared.name().equals("jupyterhub/hub")) {
                var pod = deployment.getSpec().getTemplate().getSpec();
                for (var mount : pod.getContainers().get(0).getVolumeMounts()) {
                    String key = mount.getSubPath();
                    if (key != null && key.startsWith("extra-file.")) {
                        Path file = folder.resolve(
                                Path.of("/usr/local/etc/jupyterhub").relativize(Path.of(mount.getMountPath())));
                        Files.createDirectories(file.getParent());
                        Files.writeString(file, data.get(key));
                    }
                }
            }
        }
    }

    private static void configuration(Path folder, Map<String, String> data) throws IOException {
        Files.writeString(folder.resolve("jupyterhub_config.py"), data.get("jupyterhub_config.py"));
        // Files that it names are mounted below the hub's own folder, which here is this one.
        Files.writeString(
                folder.resolve("config/values.yaml"),
                data.get("values.yaml").replace("/usr/local/etc/jupyterhub/", folder + "/"));
    }
}
