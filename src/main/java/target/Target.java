package target;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The cluster that a run is for, and where its state is. Handed to the program by variables, which
 * {@code ./facility} sets and {@code facility env} prints for plain {@code pulumi}.
 *
 * @param name {@code twin/<environment>}, or a real cluster's name
 * @param kubeconfig the one kubeconfig that is used; an ambient one never is
 * @param context the context within it; empty for its current one
 * @param identityFile beside the state: the identifier of the cluster that the state belongs to
 * @param secretsSeed on a twin only: the file from which its secrets are made
 * @param uid on a real cluster: the UID of kube-system that it has to have
 */
public record Target(
        String name,
        Path kubeconfig,
        Optional<String> context,
        Path identityFile,
        Optional<Path> secretsSeed,
        Optional<String> uid) {
    public Target {
        Objects.requireNonNull(name, "name is null");
        Objects.requireNonNull(kubeconfig, "kubeconfig is null");
        Objects.requireNonNull(context, "context is null");
        Objects.requireNonNull(identityFile, "identityFile is null");
        Objects.requireNonNull(secretsSeed, "secretsSeed is null");
        Objects.requireNonNull(uid, "uid is null");
    }

    public static Optional<Target> of(Map<String, String> variables) {
        String name = variables.get("FACILITY_TARGET");
        String kubeconfig = variables.get("FACILITY_KUBECONFIG");
        String identity = variables.get("FACILITY_IDENTITY");
        if (name == null || kubeconfig == null || identity == null) {
            return Optional.empty();
        }
        return Optional.of(new Target(
                name,
                Path.of(kubeconfig),
                Optional.ofNullable(variables.get("FACILITY_CONTEXT")),
                Path.of(identity),
                Optional.ofNullable(variables.get("FACILITY_SECRETS_SEED")).map(Path::of),
                Optional.ofNullable(variables.get("FACILITY_CLUSTER_UID"))));
    }

    /** The variables that {@link #of} reads. */
    public Map<String, String> variables() {
        var all = new TreeMap<String, String>();
        all.put("FACILITY_TARGET", name);
        all.put("FACILITY_KUBECONFIG", kubeconfig.toString());
        all.put("FACILITY_IDENTITY", identityFile.toString());
        context.ifPresent(value -> all.put("FACILITY_CONTEXT", value));
        secretsSeed.ifPresent(file -> all.put("FACILITY_SECRETS_SEED", file.toString()));
        uid.ifPresent(value -> all.put("FACILITY_CLUSTER_UID", value));
        return all;
    }

    /** Whether it is a control plane on this machine. */
    public boolean isTwin() {
        return name.startsWith("twin/");
    }
}
