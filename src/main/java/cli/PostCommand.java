package cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import posting.Host;
import posting.Posted;

/** Says at a merge request what previews found. */
@Command(
        name = "post",
        mixinStandardHelpOptions = true,
        description = {
            "Put previews, one of each environment, into one comment at the merge request of this CI job.",
            "The comment of before is overwritten, also when a preview failed or left no file. The token is read from",
            "GITLAB_TOKEN or GITHUB_TOKEN, and shown nowhere."
        })
final class PostCommand implements Callable<Integer> {
    private final Project project;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "A preview's JSON, named after its environment: prod.json.")
    List<Path> files;

    @Option(
            names = "--report",
            paramLabel = "ENV=URL",
            description = "Where the whole report of an environment is; may be given for each.")
    Map<String, URI> reports = Map.of();

    @Option(
            names = "--project",
            defaultValue = "facility",
            description = "Keeps apart the comments of several projects at one merge request (default:"
                    + " ${DEFAULT-VALUE}).")
    String name;

    @Spec
    CommandSpec spec;

    PostCommand(Project project) {
        this.project = project;
    }

    @Override
    public Integer call() {
        Host host = Host.of(System.getenv());
        var previews = files.stream().map(KeptPreview::read).toList();
        String commit = GitTree.of(project.root()).commit();
        var review = new PreviewReview(name, commit, reports).of(previews, host);
        Posted posted = host.post(review);
        spec.commandLine()
                .getOut()
                .println((posted.change() == Posted.Change.CREATED ? "made" : "overwrote") + " the comment at "
                        + host.name()
                        + posted.address().map(address -> ": " + address).orElse(""));
        return Exit.DONE.code();
    }
}
