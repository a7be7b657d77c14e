package change.danger;

import change.Danger;
import change.Danger.Rank;
import change.Operation;
import java.util.List;
import java.util.Set;

/** Services that go away, for good or until they are made anew. */
final class WorkloadReplaced implements DangerRule {
    private static final Set<String> KINDS =
            Set.of("Deployment", "StatefulSet", "DaemonSet", "Service", "Route", "CronJob");

    @Override
    public String key() {
        return "workload-removed";
    }

    @Override
    public List<Danger> of(Examined examined) {
        if (!examined.is(KINDS) || !examined.removed()) {
            return List.of();
        }
        boolean replaced = examined.change().operation() == Operation.REPLACE;
        return List.of(examined.danger(
                this,
                Rank.OUTAGE,
                replaced
                        ? "is deleted and made anew, for "
                                + String.join(", ", examined.change().replaceReasons())
                        : "is deleted",
                replaced ? "what it serves is away until the new one is ready" : "what it serves is away"));
    }
}
