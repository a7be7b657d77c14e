package cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Rehearses a promotion, from the first up to the rollback. */
@Command(
        name = "rehearse",
        mixinStandardHelpOptions = true,
        description = {
            "Rehearse a whole promotion on two twins: bring dev up, promote it, change it, promote that by a plan, change",
            "prod by hand and find it, go back. Works on a clone of the last commit in the data folder, and touches neither",
            "the work tree nor its twins. About ten minutes; prints each command as you would type it."
        })
final class RehearseCommand implements Callable<Integer> {
    private final Project project;

    @Option(names = "--keep", description = "Keep the clone and its two twins, to look at; by default nothing is left.")
    boolean keep;

    @Spec
    CommandSpec spec;

    RehearseCommand(Project project) {
        this.project = project;
    }

    @Override
    public Integer call() {
        Path folder = project.data().resolve("rehearsal");
        try (var stage = Stage.on(project.root(), folder, spec.commandLine().getOut(), keep)) {
            new Rehearsal(stage).play();
        }
        return Exit.DONE.code();
    }
}
