package cli;

import health.Finding;
import health.Health;
import health.Outcome;
import java.time.Duration;
import release.Release.HealthOutcome;

/** Whether an environment works, in the few words that a release keeps. */
final class LiveHealth {
    /** The engine has waited for what it brought up; what a controller does after that takes seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ClusterRun run;

    LiveHealth(ClusterRun run) {
        this.run = run;
    }

    HealthOutcome outcome() {
        Health health =
                EnvironmentHealth.of(run.checked(), run.workspace().target()).await(PATIENCE, seen -> {});
        return new HealthOutcome(
                health.healthy(),
                (int) (health.count(Outcome.GREEN) + health.count(Outcome.RED)),
                health.red().stream().map(Finding::toString).toList());
    }
}
