package cli;

import facility.Environment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import release.SignedRelease;
import target.RefusedException;

/** Goes back to what an environment ran before. */
@Command(
        name = "rollback",
        mixinStandardHelpOptions = true,
        description = {
            "Promote to an environment once more what it ran before its last promotion, with a preview of its own.",
            "Data-bearing objects do not go back without a reason: --override data=REASON."
        })
final class RollbackCommand implements Callable<Integer> {
    private final Project project;

    @Mixin
    EnvironmentArgument argument;

    @Mixin
    On.Choice target;

    @Mixin
    Overrides overrides;

    @Mixin
    ReportOutput report;

    @Option(names = "--yes", description = "Do not ask.")
    boolean yes;

    @Spec
    CommandSpec spec;

    RollbackCommand(Project project) {
        this.project = project;
    }

    @Override
    public Integer call() {
        overrides.refuseEmpty(spec);
        report.refuseUnwritable();
        Environment to = argument.environment;
        var keys = ChosenRelease.keysOf(project, to, target.on);
        var before = before(to, keys);
        var promoted = before.release().promoted().orElseThrow();
        var from = Environment.of(promoted.from()).orElseThrow();
        var chosen = new ChosenRelease(project, from, target.on, keys).of(Optional.of(promoted.release()));
        if (!project.isAside()) {
            return new ReleaseProgram(project).run(chosen.release().commit(), words());
        }
        new ReleaseProgram(project).requireIs(chosen.release().commit());
        var out = spec.commandLine().getOut();
        out.println("back to " + chosen.release().title() + ", which " + to.key() + " ran as "
                + before.release().title());
        var planning =
                new Planning(project, target.on, out, report, new BeforeChange("./facility rollback " + to.key()));
        return planning.applied(planning.rollback(chosen, from, to, overrides.reasons), yes);
    }

    /** The last that came from another release than the newest. */
    private SignedRelease before(Environment to, List<String> keys) {
        var promotions = new ChosenRelease(project, to, target.on, keys)
                .all().stream()
                        .filter(each -> each.release().promoted().isPresent())
                        .toList();
        if (promotions.isEmpty()) {
            throw new RefusedException(to.key() + " was never promoted to: there is nothing to go back to");
        }
        String newest = source(promotions.get(promotions.size() - 1));
        for (int i = promotions.size() - 1; i >= 0; i--) {
            if (!source(promotions.get(i)).equals(newest)) {
                return promotions.get(i);
            }
        }
        throw new RefusedException(to.key() + " was promoted to only once: there is nothing to go back to");
    }

    private static String source(SignedRelease release) {
        return release.release().promoted().orElseThrow().release();
    }

    private List<String> words() {
        var words = new ArrayList<>(List.of("rollback", argument.environment.key(), "--on", target.on.word()));
        words.addAll(overrides.words());
        words.addAll(report.words());
        if (yes) {
            words.add("--yes");
        }
        return words;
    }
}
