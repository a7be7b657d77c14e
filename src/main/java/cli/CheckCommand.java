package cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Checks a declaration without a cluster and without the engine. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Check an environment's declaration: all faults at once, exit 2 if there is one.")
final class CheckCommand implements Callable<Integer> {
    private final Project project;

    @Mixin
    EnvironmentArgument argument;

    @Spec
    CommandSpec spec;

    CheckCommand(Project project) {
        this.project = project;
    }

    @Override
    public Integer call() {
        project.checked(argument.environment, On.CLUSTER);
        spec.commandLine().getOut().println("the declaration of " + argument.environment.key() + " has no fault");
        return Exit.DONE.code();
    }
}
