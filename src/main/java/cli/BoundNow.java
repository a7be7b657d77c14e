package cli;

import engine.StateHistory;
import engine.StateSeal;
import promotion.BoundPlan.Bound;
import target.Identity;

/** What a plan is bound to, as it is now. */
final class BoundNow {
    private final Project project;
    private final ClusterRun run;

    BoundNow(Project project, ClusterRun run) {
        this.project = project;
        this.run = run;
    }

    Bound look() {
        var pulumi = run.pulumi();
        pulumi.selectOrInit();
        return new Bound(
                Identity.verified(run.workspace().target()),
                ReleaseRecord.rendered(Rendered.of(run.checked())),
                ReleaseRecord.policies(project.root()),
                StateSeal.of(pulumi).digest(),
                StateHistory.of(pulumi).updates());
    }
}
