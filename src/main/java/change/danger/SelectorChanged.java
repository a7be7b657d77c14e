package change.danger;

import change.Danger;
import change.Danger.Rank;
import java.util.List;
import java.util.Set;

/** Another selector finds other pods, or none. */
final class SelectorChanged implements DangerRule {
    private static final Set<String> KINDS =
            Set.of("Service", "Deployment", "StatefulSet", "DaemonSet", "ServiceMonitor", "PodMonitor");

    @Override
    public String key() {
        return "selector-changed";
    }

    @Override
    public List<Danger> of(Examined examined) {
        if (!examined.is(KINDS) || examined.below("spec.selector").isEmpty()) {
            return List.of();
        }
        return List.of(examined.danger(
                this,
                Rank.OUTAGE,
                "selects other pods",
                examined.is(Set.of("Service"))
                        ? "it answers nobody if no running pod has the new labels"
                        : "pods that run now are no longer its own"));
    }
}
