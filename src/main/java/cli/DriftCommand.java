package cli;

import change.ChangeSet;
import change.ResourceDrift;
import engine.Changes;
import facility.Nearest;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows what was changed on the cluster behind the engine's back, and what to do about it. */
@Command(
        name = "drift",
        mixinStandardHelpOptions = true,
        description = {
            "Show what is otherwise on the cluster than it was last applied, by whom and since when; changes nothing.",
            "Exit 0 if there is nothing, or all of it is leased (policies/drift.yaml); 1 if there is some, or it could not",
            "be looked for. A field that nobody declared is shown as well; up leaves it."
        })
final class DriftCommand implements Callable<Integer> {
    private final Project project;

    @Mixin
    EnvironmentArgument argument;

    @Mixin
    On.Choice target;

    /** What is done about it; without any of them it is only shown. */
    static final class Answer {
        @Option(
                names = "--revert",
                paramLabel = "RESOURCE",
                description = "Take it back to what is declared, after a preview and a question;"
                        + " may be given several times. A resource is its kind and name:"
                        + " \"ConfigMap jupyterhub/hub\".")
        List<String> revert = List.of();

        @Option(
                names = "--adopt",
                paramLabel = "RESOURCE",
                description = "Print what to write into the environment's file, so that what is on the cluster is"
                        + " declared; changes nothing.")
        String adopt = "";

        @Option(
                names = "--lease",
                paramLabel = "RESOURCE",
                description = "Print the entry of policies/drift.yaml that lets it be until a day; changes nothing.")
        String lease = "";
    }

    @ArgGroup(exclusive = true)
    Answer answer = new Answer();

    @Option(names = "--yes", description = "With --revert: do not ask.")
    boolean yes;

    @Mixin
    ReportOutput report;

    @Spec
    CommandSpec spec;

    DriftCommand(Project project) {
        this.project = project;
    }

    @Override
    public Integer call() {
        if (yes && answer.revert.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--yes: is for --revert; leave it out");
        }
        report.refuseUnwritable();
        var origin = new ReportOrigin(project, argument.environment, Clock.systemUTC());
        ClusterRun run;
        ClusterLook look;
        try {
            run = ClusterRun.ready(project, argument.environment, target.on);
            look = ClusterLook.of(run, origin, run.checked().leases());
        } catch (RuntimeException failure) {
            if (report.isForOthers()) {
                report.write(FailedReport.of(
                        origin.of(change.Origin.Basis.CLUSTER, target.on.nameFor(argument.environment)), failure));
            }
            throw failure;
        }
        if (!answer.revert.isEmpty()) {
            return reverted(run, look, origin);
        }
        if (!answer.adopt.isEmpty() || !answer.lease.isEmpty()) {
            return printed(run, look);
        }
        report.write(look.set());
        return look.set().exitCode();
    }

    private int printed(ClusterRun run, ClusterLook look) {
        var out = spec.commandLine().getOut();
        List<String> lines = answer.lease.isEmpty()
                ? new DriftAdoption(project, argument.environment, target.on)
                        .of(run.checked(), drifted(look, answer.adopt))
                : DriftLeaseEntry.of(drifted(look, answer.lease), argument.environment);
        lines.forEach(out::println);
        return Exit.DONE.code();
    }

    private int reverted(ClusterRun run, ClusterLook look, ReportOrigin origin) {
        PrintWriter out = spec.commandLine().getOut();
        List<String> urns = answer.revert.stream()
                .map(title -> look.urns().get(drifted(look, title).title()))
                .toList();
        new PolicyGate(project, target.on).requireKept(run.checked());
        Changes preview = run.engine(event -> {}).preview(urns);
        ChangeSet set = new ClusterPreview(run, origin).of(preview, run.releasedVolumes());
        ReportOutput.lines(set).forEach(out::println);
        out.flush();
        if (!preview.succeeded()) {
            return RunVerdict.of(preview).code();
        }
        if (preview.none()) {
            out.println(
                    "up would leave this as it is: it is in no declared field, or it is leased; take it off by hand");
            return Exit.FAILED.code();
        }
        if (!yes && !Confirmation.given("Take this back on " + argument.environment.key() + "?")) {
            out.println("nothing was changed; to take it back without a question: --yes");
            return Exit.REFUSED.code();
        }
        Changes changes = run.engine(ClusterRun.progress(out)).up(urns);
        changes.errors().forEach(error -> out.println("error: " + error.message()));
        Exit exit = RunVerdict.of(changes);
        if (exit == Exit.DONE) {
            answer.revert.forEach(title -> out.println("taken back: " + title));
        }
        return exit.code();
    }

    private ResourceDrift drifted(ClusterLook look, String title) {
        return look.drift(title).orElseThrow(() -> {
            List<String> known = look.set().drift().stream()
                    .map(ResourceDrift::title)
                    .sorted()
                    .toList();
            String hint = Nearest.hint(title, known);
            return new ParameterException(
                    spec.commandLine(),
                    "\"" + title + "\": is nothing that drifted; "
                            + (known.isEmpty() ? "nothing did" : "there are " + String.join(", ", known))
                            + "; " + (hint.isEmpty() ? "name one by its kind and name" : hint));
        });
    }
}
