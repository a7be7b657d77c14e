package cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints what quotas promise against what there is. */
@Command(
        name = "capacity",
        mixinStandardHelpOptions = true,
        description =
                "Print declared against available: CPU, memory, pods, GPUs and their slices, storage; and the planned users.")
final class CapacityCommand implements Callable<Integer> {
    private final Project project;

    @Mixin
    EnvironmentArgument argument;

    @Option(names = "--format", defaultValue = "text", description = "text or json (default: ${DEFAULT-VALUE}).")
    TextOrJson format;

    @Spec
    CommandSpec spec;

    CapacityCommand(Project project) {
        this.project = project;
    }

    @Override
    public Integer call() {
        var facility = project.checked(argument.environment, On.TWIN).facility();
        var out = spec.commandLine().getOut();
        out.print(
                switch (format) {
                    case TEXT -> CapacityText.of(facility);
                    case JSON -> CapacityJson.of(facility);
                });
        out.flush();
        return Exit.DONE.code();
    }
}
