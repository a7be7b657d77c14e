package cli;

import change.ChangeSet;
import change.Origin.Basis;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what {@code up} would change. */
@Command(
        name = "preview",
        mixinStandardHelpOptions = true,
        description = {
            "Show what up would change, the danger first; changes nothing.",
            "With --base: what the declaration changes since a commit, without cluster, engine and secrets.",
            "A report that goes to a file or to a program is written when the preview fails, too; it says so."
        })
final class PreviewCommand implements Callable<Integer> {
    private final Project project;

    @Mixin
    EnvironmentArgument argument;

    @Mixin
    On.Choice target;

    @Option(
            names = "--base",
            paramLabel = "REF",
            description = "Compare what is declared with what this commit declares, instead of with the cluster.")
    Optional<String> base;

    @Mixin
    ReportOutput report;

    PreviewCommand(Project project) {
        this.project = project;
    }

    @Override
    public Integer call() {
        report.refuseUnwritable();
        var origin = new ReportOrigin(project, argument.environment, Clock.systemUTC());
        ChangeSet set;
        try {
            set = base.isPresent() ? sinceCommit(origin, base.get()) : onCluster(origin);
        } catch (RuntimeException failure) {
            if (report.isForOthers()) {
                report.write(FailedReport.of(
                        base.isPresent()
                                ? origin.of(Basis.COMMIT, base.get())
                                : origin.of(Basis.CLUSTER, target.on.nameFor(argument.environment)),
                        failure));
            }
            throw failure;
        }
        report.write(set);
        return set.exitCode();
    }

    private ChangeSet onCluster(ReportOrigin origin) {
        var run = ClusterRun.ready(
                project, argument.environment, target.on, new PolicyGate(project, target.on)::requireReadable);
        return new ClusterPreview(run, origin).of(run.engine(event -> {}).preview());
    }

    private ChangeSet sinceCommit(ReportOrigin origin, String ref) {
        var since = BaseCommit.of(project.root(), ref);
        // Ours first: a faulty declaration is said before anything is built.
        var checked = project.checked(argument.environment, target.on);
        var judged = new PolicyGate(project, target.on).judged(checked);
        return DeclaredReport.of(
                origin.of(Basis.COMMIT, since.commit()),
                checked.facility(),
                difference.Difference.between(since.objects(argument.environment, target.on), Rendered.of(checked)),
                judged);
    }
}
