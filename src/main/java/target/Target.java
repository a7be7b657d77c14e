package target;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The cluster that a run is for, and where its state is. Handed to the program by three variables, which
 * {@code ./facility} sets and {@code facility env} prints for plain {@code pulumi}.
 *
 * @param name {@code twin/<environment>}, or a real cluster's name
 * @param kubeconfig the one kubeconfig that is used; an ambient one never is
 * @param context the context within it; empty for its current one
 * @param identityFile beside the state: the identifier of the cluster that the state belongs to
 */
public record Target(String name, Path kubeconfig, Optional<String> context, Path identityFile) {
    public Target {
        Objects.requireNonNull(name, "name is null");
        Objects.requireNonNull(kubeconfig, "kubeconfig is null");
        Objects.requireNonNull(context, "context is null");
        Objects.requireNonNull(identityFile, "identityFile is null");
    }

    public static Optional<Target> of(Map<String, String> variables) {
        String name = variables.get("FACILITY_TARGET");
        String kubeconfig = variables.get("FACILITY_KUBECONFIG");
        String identity = variables.get("FACILITY_IDENTITY");
        if (name == null || kubeconfig == null || identity == null) {
            return Optional.empty();
        }
        return Optional.of(new Target(name, Path.of(kubeconfig),
                Optional.ofNullable(variables.get("FACILITY_CONTEXT")), Path.of(identity)));
    }

    public Map<String, String> variables() {
        var base = Map.of("FACILITY_TARGET", name, "FACILITY_KUBECONFIG", kubeconfig.toString(),
                "FACILITY_IDENTITY", identityFile.toString());
        if (context.isEmpty()) {
            return base;
        }
        var all = new java.util.TreeMap<>(base);
        all.put("FACILITY_CONTEXT", context.get());
        return all;
    }
}
