package cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import engine.PulumiCommand;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import release.Digest;
import release.Release;
import release.ReleaseJson;
import release.SignedRelease;

/** Shows what an environment ran, and when. */
@Command(
        name = "releases",
        mixinStandardHelpOptions = true,
        description = {
            "Show what an environment ran, the newest first, and what came of it.",
            "Each was recorded by an up, an apply or a rollback that ended well."
        })
final class ReleasesCommand implements Callable<Integer> {
    private final Project project;

    @Mixin
    EnvironmentArgument argument;

    @Mixin
    On.Choice target;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, or json (docs/schemas/release-v1.json) (default: ${DEFAULT-VALUE}).")
    TextOrJson format;

    @Spec
    CommandSpec spec;

    ReleasesCommand(Project project) {
        this.project = project;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        PrintWriter out = spec.commandLine().getOut();
        var workspace = project.workspace(argument.environment, target.on);
        // In a clone in which nothing was brought up yet: the team's backend knows the releases.
        workspace.prepareToAsk();
        var releases = new java.util.ArrayList<>(ReleaseRecord.store(
                        new PulumiCommand(workspace, project.toolchain()), argument.environment.key(), List.of())
                .all());
        java.util.Collections.reverse(releases);
        if (format == TextOrJson.JSON) {
            ArrayNode list = new ObjectMapper().createArrayNode();
            releases.forEach(release -> list.add(ReleaseJson.write(release)));
            out.println(list.toPrettyString());
        } else if (releases.isEmpty()) {
            out.println(argument.environment.key() + " has no release yet: an up from a clean commit makes one");
        } else {
            releases.forEach(release -> line(release, out));
        }
        return Exit.DONE.code();
    }

    private static void line(SignedRelease signed, PrintWriter out) {
        Release release = signed.release();
        out.println(release.title() + "  " + Digest.brief(signed.digest()) + "  commit "
                + Digest.brief(release.commit()) + "  " + release.made() + "  by " + release.by() + "  "
                + (release.health().healthy() ? "healthy" : "NOT HEALTHY")
                + (signed.signature().isPresent() ? "  signed" : ""));
        release.promoted()
                .ifPresent(promoted -> out.println("    promoted from " + promoted.from() + " "
                        + Digest.brief(promoted.release()) + " by plan " + Digest.brief(promoted.plan())));
        release.overrides().forEach((name, reason) -> out.println("    without " + name + ": " + reason));
        release.health().red().forEach(red -> out.println("    red: " + red));
    }
}
