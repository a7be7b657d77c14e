package cli;

import images.Answer;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says whether an environment's images can be had. */
@Command(
        name = "images",
        mixinStandardHelpOptions = true,
        description = {
            "Say whether the images that an environment's objects name can be had, and by which digest. Asks their",
            "registries, with the sign-ins of podman or docker; pulls nothing, and needs no cluster. Exit 1 if one cannot."
        })
final class ImagesCommand implements Callable<Integer> {
    private final Project project;

    @Mixin
    EnvironmentArgument argument;

    @Mixin
    On.Choice target;

    @Mixin
    OutputFile output;

    @Option(names = "--format", defaultValue = "text", description = "text or json (default: ${DEFAULT-VALUE}).")
    TextOrJson format;

    ImagesCommand(Project project) {
        this.project = project;
    }

    @Override
    public Integer call() {
        output.refuseUnwritable();
        var named = NamedImages.of(project.checked(argument.environment, target.on));
        var answers = RegistryLook.ofUser().ask(named.keySet());
        var report = new ImagesReport(argument.environment.key(), named, answers);
        output.write(
                switch (format) {
                    case TEXT -> String.join("\n", report.lines()) + "\n";
                    case JSON -> report.json();
                });
        return answers.values().stream().allMatch(Answer::isFound) ? Exit.DONE.code() : Exit.FAILED.code();
    }
}
