package cli;

import engine.OpenConfiguration;
import java.util.List;
import java.util.Map;
import stacks.GateLift;

/** What is taken back after a run that failed, in an environment with gates: the announcement and the downtime. */
final class LiftedGates {
    private final ClusterRun run;

    LiftedGates(ClusterRun run) {
        this.run = run;
    }

    /** A line for each thing; empty for an environment without gates, and where nothing stood. */
    List<String> lines() {
        var target = run.workspace().target();
        return GateLift.of(
                run.checked(), target, () -> target.isTwin() ? Map.of() : OpenConfiguration.of(run.pulumi()));
    }
}
