package cli;

import difference.Difference;
import facility.Environment;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows in what one environment differs from another. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = {
            "Show in what the second environment differs from the first.",
            "Property by property, without a cluster and without the engine. What differs although both files say the same",
            "is marked: no file declares it."
        })
final class DiffCommand implements Callable<Integer> {
    private final Project project;

    @Parameters(
            index = "0",
            paramLabel = "ENV",
            description = "The environment to compare with, such as dev.",
            converter = EnvironmentArgument.Converter.class)
    Environment first;

    @Parameters(
            index = "1",
            paramLabel = "OTHER",
            description = "The environment whose difference is shown, such as prod.",
            converter = EnvironmentArgument.Converter.class)
    Environment second;

    @Mixin
    On.Choice target;

    @Option(names = "--format", defaultValue = "text", description = "text or json (default: ${DEFAULT-VALUE}).")
    DifferenceFormat format;

    @Mixin
    OutputFile output;

    DiffCommand(Project project) {
        this.project = project;
    }

    @Override
    public Integer call() {
        output.refuseUnwritable();
        var before = Rendered.of(project.checked(first, target.on));
        var difference = Difference.between(before, Rendered.of(project.checked(second, target.on)));
        var undeclared = new SameFile(project.root()).differences(before, first, second, target.on);
        output.write(format.of(difference, undeclared, first.key(), second.key()));
        return Exit.DONE.code();
    }
}
