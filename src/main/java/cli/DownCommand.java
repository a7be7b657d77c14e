package cli;

import engine.Changes;
import engine.OpenState;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Takes an environment down to what is protected. */
@Command(
        name = "down",
        mixinStandardHelpOptions = true,
        description = "Remove an environment's objects; what is protected stays, and is named.")
final class DownCommand implements Callable<Integer> {
    private final Project project;

    @Mixin
    EnvironmentArgument argument;

    @Mixin
    On.Choice target;

    @Option(names = "--yes", description = "Do not ask.")
    boolean yes;

    @Spec
    CommandSpec spec;

    DownCommand(Project project) {
        this.project = project;
    }

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var run = ClusterRun.ready(project, argument.environment, target.on);
        if (!yes && !Confirmation.given("Take " + argument.environment.key() + " down?")) {
            out.println("nothing was changed; to take it down without a question: --yes");
            return Exit.REFUSED.code();
        }
        var engine = run.engine(ClusterRun.progress(out));
        requireWaived(run);
        Changes changes = engine.down();
        changes.errors().forEach(error -> out.println("error: " + error.message()));
        run.protectedNames().forEach(name -> out.println("kept, for it is protected: " + name));
        Leftovers.afterDown(run).forEach(out::println);
        return RunVerdict.of(changes).code();
    }

    /** What holds data stays, whatever became of its protection. */
    private void requireWaived(ClusterRun run) {
        var losses = OpenState.of(run.pulumi()).removals().stream()
                .filter(step -> !step.wasProtected())
                .toList();
        var violations = run.losses().judgements(losses).stream()
                .filter(judgement -> judgement.level().stops())
                .toList();
        if (!violations.isEmpty()) {
            throw new PolicyViolatedException(argument.environment.key(), violations);
        }
    }
}
