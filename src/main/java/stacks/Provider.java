package stacks;

import java.util.Map;
import java.util.TreeMap;
import registration.Inputs;
import registration.Registration;
import registration.Removal;
import target.Target;
import toolchain.Program;

/**
 * The one explicit provider of a run. Its arguments are our own, because the SDK's argument class lacks
 * {@code clusterIdentifier} (without which a changed address replaces every object) and {@code enableSecretMutable}.
 */
final class Provider {
    static final String TYPE = "pulumi:providers:kubernetes";

    private Provider() {}

    /** The provider's configuration travels as strings, as the engine's wire format wants it. */
    static Registration registration(String root, Target target, String identifier) {
        var arguments = new TreeMap<String, Object>(Map.of(
                "kubeconfig", target.kubeconfig().toString(),
                "clusterIdentifier", identifier,
                "enableServerSideApply", "true",
                "enableSecretMutable", "true",
                "enableConfigMapMutable", "true",
                // An unreachable cluster is refused before the engine starts; it must never empty the state.
                "deleteUnreachable", "false"));
        target.context().ifPresent(context -> arguments.put("context", context));
        return new Registration(
                TYPE,
                "cluster",
                root,
                true,
                "",
                Program.PROVIDER_VERSION,
                Inputs.struct(arguments),
                java.util.List.of(),
                Removal.DELETED);
    }
}
