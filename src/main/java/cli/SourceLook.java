package cli;

import engine.StateSeal;
import facility.Environment;
import java.time.Clock;
import promotion.Readiness;
import stacks.CheckedFacility;

/** What the environment that ran a release is like now, seen by the release's own program. */
final class SourceLook {
    private final Project project;
    private final On on;
    private final Clock clock;

    SourceLook(Project project, On on, Clock clock) {
        this.project = project;
        this.on = on;
        this.clock = clock;
    }

    /**
     * Looks.
     *
     * @param next what the release declares for the other environment
     * @throws target.NoClusterException when its cluster does not answer
     */
    Readiness.Found of(Environment from, Environment to, CheckedFacility next) {
        var run = ClusterRun.ready(project, from, on);
        var preview = new ClusterPreview(run, new ReportOrigin(project, from, clock))
                .of(BeforeChange.answered(run.previewByEngine()), run.releasedVolumes());
        var undeclared = new LedgerCheck(project)
                .of(from, to, on).undeclared().stream().map(Object::toString).toList();
        return new Readiness.Found(
                StateSeal.of(run.pulumi()).digest(),
                ReleaseRecord.rendered(Rendered.of(run.checked())),
                DriftNow.of(preview, run.checked().leases()),
                new LiveHealth(run).outcome(),
                undeclared,
                RegistryLook.ofUser().found(on, next));
    }
}
