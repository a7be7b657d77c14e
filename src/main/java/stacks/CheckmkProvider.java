package stacks;

import facility.checkmk.Checkmk;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import registration.Inputs;
import registration.Registration;
import registration.Removal;
import target.RefusedException;
import target.Target;
import twin.PlayedCheckmk;

/** The explicit provider of CheckMK's resources: the declared server, or the one that a twin plays. */
final class CheckmkProvider {
    private CheckmkProvider() {}

    static Registration registration(String root, Checkmk checkmk, Target target, SecretValues secrets) {
        return new Registration(
                "pulumi:providers:checkmk",
                "checkmk",
                root,
                true,
                "",
                "",
                Inputs.struct(arguments(checkmk, target, secrets)),
                List.of(),
                Removal.DELETED);
    }

    /** Which site it is, and who speaks to it. */
    static Map<String, Object> arguments(Checkmk checkmk, Target target, SecretValues secrets) {
        var arguments = new TreeMap<String, Object>(Map.of(
                "url", checkmk.server(),
                "site", checkmk.site(),
                "user", checkmk.user(),
                "secret", new Inputs.Secret(secrets.behind(Checkmk.SECRET.placeholder()))));
        if (target.isTwin()) {
            var played = PlayedCheckmk.besides(target.kubeconfig())
                    .orElseThrow(
                            () -> new RefusedException(
                                    "this twin is older than its CheckMK server; start it again: ./facility twin stop, then up"));
            // Never the declared one: a rehearsal reaches nothing beyond this machine.
            arguments.put("url", played.url());
            arguments.put("authority", played.authority().toString());
        }
        return arguments;
    }
}
