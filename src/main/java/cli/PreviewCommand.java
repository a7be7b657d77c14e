package cli;

import difference.Difference;
import engine.Changes;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what {@code up} would change. */
@Command(
        name = "preview",
        mixinStandardHelpOptions = true,
        description = {
            "Show what up would change; changes nothing.",
            "With --base: what the declaration changes since a commit, without cluster, engine and secrets."
        })
final class PreviewCommand implements Callable<Integer> {
    private final Project project;

    @Mixin
    EnvironmentArgument argument;

    @Mixin
    On.Choice target;

    @Option(names = "--format", defaultValue = "text", description = "text or json (default: ${DEFAULT-VALUE}).")
    Format format;

    @Option(
            names = "--base",
            paramLabel = "REF",
            description = "Compare what is declared with what this commit declares, instead of with the cluster.")
    Optional<String> base;

    @Mixin
    OutputFile output;

    enum Format {
        TEXT,
        JSON
    }

    PreviewCommand(Project project) {
        this.project = project;
    }

    @Override
    public Integer call() {
        output.refuseUnwritable();
        if (base.isPresent()) {
            return sinceCommit(BaseCommit.of(project.root(), base.get()));
        }
        var run = ClusterRun.ready(
                project, argument.environment, target.on, new PolicyGate(project, target.on)::requireReadable);
        Changes changes = run.engine(event -> {}).preview();
        var released = run.releasedVolumes();
        var layouts = run.layoutChanges();
        String text =
                switch (format) {
                    case TEXT -> Stream.of(ChangeText.of(changes), released.lines(), layouts.lines())
                            .flatMap(List::stream)
                            .collect(Collectors.joining("\n", "", "\n"));
                    case JSON -> ChangeJson.of(
                            argument.environment, run.workspace().target().name(), changes, released.lines(), layouts);
                };
        output.write(text);
        return Verdict.of(changes).code();
    }

    private int sinceCommit(BaseCommit since) {
        // Ours first: a faulty declaration is said before anything is built.
        var ours = Rendered.of(project.checked(argument.environment, target.on));
        var difference = Difference.between(since.objects(argument.environment, target.on), ours);
        var written = DifferenceFormat.valueOf(format.name());
        output.write(written.of(difference, since.commit(), "this tree"));
        return Exit.DONE.code();
    }
}
