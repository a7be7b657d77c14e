package cli;

import engine.Changes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows what {@code up} would change. */
@Command(name = "preview", mixinStandardHelpOptions = true, description = "Show what up would change; changes nothing.")
final class PreviewCommand implements Callable<Integer> {
    private final Project project;

    @Mixin
    EnvironmentArgument argument;

    @Option(names = "--format", defaultValue = "text", description = "text or json (default: ${DEFAULT-VALUE}).")
    Format format;

    @Option(names = "--out", paramLabel = "FILE", description = "Write to this file instead of the terminal.")
    Optional<Path> out;

    @Spec
    CommandSpec spec;

    enum Format { TEXT, JSON }

    PreviewCommand(Project project) {
        this.project = project;
    }

    @Override
    public Integer call() {
        var run = ClusterRun.ready(project, argument.environment);
        Changes changes = run.engine(event -> { }).preview();
        String text = switch (format) {
            case TEXT -> String.join("\n", ChangeText.of(changes)) + "\n";
            case JSON -> ChangeJson.of(argument.environment, run.workspace().target().name(), changes);
        };
        write(text);
        return Verdict.of(changes).code();
    }

    private void write(String text) {
        if (out.isEmpty()) {
            spec.commandLine().getOut().print(text);
            spec.commandLine().getOut().flush();
            return;
        }
        try {
            Files.writeString(out.get(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
