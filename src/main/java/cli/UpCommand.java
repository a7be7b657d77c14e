package cli;

import engine.Changes;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import toolchain.Progress;

/** Brings an environment up. */
@Command(name = "up", mixinStandardHelpOptions = true,
        description = "Show what would change, ask, and bring the environment up on its twin.")
final class UpCommand implements Callable<Integer> {
    private final Project project;

    @Mixin
    EnvironmentArgument argument;

    @Option(names = "--yes", description = "Do not ask.")
    boolean yes;

    @Spec
    CommandSpec spec;

    UpCommand(Project project) {
        this.project = project;
    }

    @Override
    public Integer call() {
        var start = Instant.now();
        PrintWriter out = spec.commandLine().getOut();
        var run = ClusterRun.ready(project, argument.environment);
        Changes preview = run.engine(event -> { }).preview();
        ChangeText.of(preview).forEach(out::println);
        out.flush();
        if (!preview.succeeded() || preview.none()) {
            return finish(run, preview, start, out);
        }
        if (!yes && !Confirmation.given("Bring " + argument.environment.key() + " up?")) {
            out.println("nothing was changed; to bring it up without a question: --yes");
            return Exit.REFUSED.code();
        }
        Changes changes = run.engine(ClusterRun.progress(out)).up();
        changes.errors().forEach(error -> out.println("error: " + error.message()));
        return finish(run, changes, start, out);
    }

    private int finish(ClusterRun run, Changes changes, Instant start, PrintWriter out) {
        Exit exit = Verdict.of(changes);
        if (exit == Exit.DONE) {
            out.println(argument.environment.key() + " is up on " + run.workspace().target().name() + ", after "
                    + Progress.elapsed(start));
            out.println("look at it: kubectl --kubeconfig " + run.workspace().target().kubeconfig() + " get pods -A");
        }
        return exit.code();
    }
}
