package cli;

import facility.Environment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import release.SignedRelease;

/** Brings to an environment exactly what ran healthy in another. */
@Command(
        name = "promote",
        mixinStandardHelpOptions = true,
        description = {
            "Bring to an environment what ran in another: the release's own commit, charts and programs, never what",
            "lies in the work tree. Shows what has to hold, what changes, and in what the two will differ afterwards;",
            "asks; applies exactly that, or nothing. With --plan it ends with the plan, for: facility apply."
        })
final class PromoteCommand implements Callable<Integer> {
    private final Project project;

    @Parameters(
            index = "0",
            paramLabel = "FROM",
            description = "The environment that ran it, such as dev.",
            converter = EnvironmentArgument.Converter.class)
    Environment from;

    @Parameters(
            index = "1",
            paramLabel = "TO",
            description = "The environment to change, such as prod.",
            converter = EnvironmentArgument.Converter.class)
    Environment to;

    @Mixin
    On.Choice target;

    @Option(
            names = "--release",
            paramLabel = "RELEASE",
            description = "Which: its number, or how its digest begins (default: the newest; see facility releases).")
    Optional<String> release = Optional.empty();

    @Mixin
    Overrides overrides;

    @Option(
            names = "--plan",
            paramLabel = "FILE",
            description = "Write what was shown as a bound plan, and change nothing.")
    Optional<Path> plan = Optional.empty();

    @Option(
            names = "--pin",
            paramLabel = "WHERE",
            description =
                    "Then write the release into Pulumi.<TO>.yaml: on a branch of its own (branch), to be pushed as a"
                            + " merge request, or on the one that is checked out (here).")
    Optional<PinWhere> pin = Optional.empty();

    @Option(
            names = "--merge-request",
            description = "With --pin branch: push it, and open its merge request (pull request), or bring the open one"
                    + " up to date, at the host that CI's variables name, with GITLAB_TOKEN or GITHUB_TOKEN. Without"
                    + " them it says how to do it by hand.")
    boolean mergeRequest;

    @Mixin
    ReportOutput report;

    @Option(names = "--yes", description = "Do not ask.")
    boolean yes;

    @Spec
    CommandSpec spec;

    PromoteCommand(Project project) {
        this.project = project;
    }

    @Override
    public Integer call() {
        if (from == to) {
            throw new ParameterException(
                    spec.commandLine(),
                    "TO: is the same environment, \"" + to.key() + "\"; another one; name the one to change");
        }
        if (mergeRequest && pin.filter(PinWhere.BRANCH::equals).isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "--merge-request: is for a branch of its own; add --pin branch");
        }
        overrides.refuseEmpty(spec);
        report.refuseUnwritable();
        var keys = ChosenRelease.keysOf(project, to, target.on);
        var chosen = new ChosenRelease(project, from, target.on, keys).of(release);
        if (!project.isAside()) {
            return outside(chosen);
        }
        new ReleaseProgram(project).requireIs(chosen.release().commit());
        var planning = new Planning(
                project,
                target.on,
                spec.commandLine().getOut(),
                report,
                new BeforeChange("./facility promote " + from.key() + " " + to.key()));
        var bound = planning.promotion(chosen, from, to, overrides.reasons);
        if (plan.isPresent()) {
            planning.write(bound, plan.get());
            return Exit.DONE.code();
        }
        return planning.applied(bound, yes);
    }

    /** In the work tree: its one part is the pin, after all went well. */
    private int outside(SignedRelease chosen) {
        var pinning = new Pinning(project.root(), to);
        // Its settings are wrong before anything is promoted, or not at all.
        var review = Optional.of(mergeRequest)
                .filter(wanted -> wanted)
                .map(wanted -> new PinReview(project.root(), System.getenv()));
        pin.ifPresent(where -> pinning.requireReady(where, chosen, mergeRequest));
        int exit = new ReleaseProgram(project).run(chosen.release().commit(), words(chosen.digest()));
        if (exit == Exit.DONE.code() && review.isPresent()) {
            var ended = pinning.reviewed(chosen, plan, review.get());
            spec.commandLine().getOut().println(ended.line());
            return ended.exit().code();
        }
        if (exit == Exit.DONE.code() && pin.isPresent()) {
            spec.commandLine().getOut().println(pinning.pin(pin.get(), chosen, plan));
        }
        return exit;
    }

    private List<String> words(String digest) {
        var words = new ArrayList<>(
                List.of("promote", from.key(), to.key(), "--on", target.on.word(), "--release", digest));
        words.addAll(overrides.words());
        plan.ifPresent(
                file -> words.addAll(List.of("--plan", file.toAbsolutePath().toString())));
        words.addAll(report.words());
        if (yes) {
            words.add("--yes");
        }
        return words;
    }
}
