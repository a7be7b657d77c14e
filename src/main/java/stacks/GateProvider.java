package stacks;

import facility.Facility;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import registration.Inputs;
import registration.Registration;
import registration.Removal;
import target.Target;

/** The explicit provider of gates: the one target, and the CheckMK site that watches it. */
final class GateProvider {
    static final String NAME = "facility";

    private GateProvider() {}

    static Registration registration(String root, Facility facility, Target target, SecretValues secrets) {
        var arguments = new TreeMap<String, Object>();
        facility.checkmk().ifPresent(checkmk -> arguments.putAll(CheckmkProvider.arguments(checkmk, target, secrets)));
        arguments.put("environment", facility.environment().key());
        arguments.put("target", target.name());
        arguments.put("kubeconfig", target.kubeconfig().toString());
        Optional<String> context = target.context();
        context.ifPresent(name -> arguments.put("context", name));
        return new Registration(
                "pulumi:providers:" + NAME,
                "gates",
                root,
                true,
                "",
                "",
                Inputs.struct(arguments),
                List.of(),
                Removal.DELETED);
    }
}
