package cli;

import change.ChangeSet;
import change.Origin;
import change.Origin.Basis;
import difference.Difference;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import stacks.CheckedFacility;

/** Shows what {@code up} would change. */
@Command(
        name = "preview",
        mixinStandardHelpOptions = true,
        description = {
            "Show what up would change, the danger first; changes nothing.",
            "With --base or --state: what the declaration changes since a commit, or since a state was exported,",
            "without cluster, engine and secrets: for merge requests from outside.",
            "A report that goes to a file or to a program is written when the preview fails, too; it says so."
        })
final class PreviewCommand implements Callable<Integer> {
    private final Project project;

    @Mixin
    EnvironmentArgument argument;

    @Mixin
    On.Choice target;

    /** What it is compared with, where that is not the cluster. */
    static final class Instead {
        @Option(
                names = "--base",
                paramLabel = "REF",
                description = "Compare what is declared with what this commit declares, instead of with the cluster.")
        Optional<String> base = Optional.empty();

        @Option(
                names = "--state",
                paramLabel = "FILE",
                description = "Compare it with an exported state (pulumi stack export); values of secrets are not"
                        + " compared.")
        Optional<Path> state = Optional.empty();

        Origin.Basis basis() {
            return base.isPresent() ? Basis.COMMIT : state.isPresent() ? Basis.STATE : Basis.CLUSTER;
        }

        Optional<String> name() {
            return base.or(() -> state.map(Path::toString));
        }
    }

    @Option(
            names = "--by-engine",
            description =
                    "On a cluster: have the engine compare every resource, not only those that are declared otherwise than"
                            + " the state and the cluster have them.")
    boolean byEngine;

    @ArgGroup(exclusive = true)
    Instead instead = new Instead();

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
            set = made(origin);
        } catch (RuntimeException failure) {
            if (report.isForOthers()) {
                report.write(FailedReport.of(
                        origin.of(instead.basis(), instead.name().orElse(target.on.nameFor(argument.environment))),
                        failure));
            }
            throw failure;
        }
        report.write(set);
        return set.exitCode();
    }

    private ChangeSet made(ReportOrigin origin) {
        return switch (instead.basis()) {
            case COMMIT -> sinceCommit(origin, instead.base.orElseThrow());
            case STATE -> sinceState(origin, instead.state.orElseThrow());
            case CLUSTER -> onCluster(origin);
        };
    }

    private ChangeSet onCluster(ReportOrigin origin) {
        var run = ClusterRun.ready(
                project, argument.environment, target.on, new PolicyGate(project, target.on)::requireReadable);
        return new ClusterPreview(run, origin)
                .of(byEngine ? run.previewByEngine() : run.preview().changes(), run.releasedVolumes());
    }

    private ChangeSet sinceCommit(ReportOrigin origin, String ref) {
        var since = BaseCommit.of(project.root(), project.data(), ref);
        // Ours first: a faulty declaration is said before anything is built.
        var checked = project.checked(argument.environment, target.on);
        return declared(
                origin.of(Basis.COMMIT, since.commit()),
                checked,
                Difference.between(since.objects(argument.environment, target.on), Rendered.of(checked)));
    }

    private ChangeSet sinceState(ReportOrigin origin, Path file) {
        var before = StateObjects.of(file);
        var checked = project.checked(argument.environment, target.on);
        return declared(
                origin.of(Basis.STATE, String.valueOf(file.getFileName())),
                checked,
                Difference.between(before, StateObjects.masked(Rendered.of(checked))));
    }

    private ChangeSet declared(Origin origin, CheckedFacility checked, Difference difference) {
        var judged = new PolicyGate(project, target.on).judged(checked);
        return DeclaredReport.of(origin, checked.facility(), difference, judged);
    }
}
