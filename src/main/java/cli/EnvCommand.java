package cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the settings that make plain {@code pulumi} do the same as {@code ./facility}. */
@Command(
        name = "env",
        mixinStandardHelpOptions = true,
        description = {
            "Print shell lines that make plain pulumi do what facility does:",
            "eval \"$(./facility env dev)\" && pulumi up"
        })
final class EnvCommand implements Callable<Integer> {
    private final Project project;

    @Mixin
    EnvironmentArgument argument;

    @Mixin
    On.Choice target;

    @Spec
    CommandSpec spec;

    EnvCommand(Project project) {
        this.project = project;
    }

    @Override
    public Integer call() {
        var run = ClusterRun.ready(project, argument.environment, target.on);
        var workspace = run.workspace();
        new engine.PulumiCommand(workspace, project.toolchain()).selectOrInit();
        workspace
                .variables(project.toolchain())
                .forEach((name, value) -> spec.commandLine().getOut().println("export " + name + "=" + quoted(value)));
        return Exit.DONE.code();
    }

    private static String quoted(String value) {
        return "'" + value.replace("'", "'\\''") + "'";
    }
}
