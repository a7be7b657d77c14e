package cli;

import java.util.List;
import release.Release.HealthOutcome;

/** Whether an environment works, in the few words that a release keeps. */
final class LiveHealth {
    private final ClusterRun run;

    LiveHealth(ClusterRun run) {
        this.run = run;
    }

    HealthOutcome outcome() {
        return new HealthOutcome(!run.checked().stacks().isEmpty(), 0, List.of());
    }
}
