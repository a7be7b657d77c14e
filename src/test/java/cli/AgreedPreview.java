package cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A preview by what differs and one by the engine comparing all (ADR 38): but for when they were made, the same to the last word. The
 * first is made with a pack that cannot start, so that it was not the whole that was run.
 */
public final class AgreedPreview {
    private AgreedPreview() {}

    /** What both say, {@code origin} left out. */
    public static JsonNode of(ScratchProject project, String environment) throws IOException {
        JsonNode part = project.withPackThatCannotStart(() -> {
            var byEngine = project.facility("preview", environment, "--by-engine");
            assertThat(byEngine.exit()).as(byEngine.output()).isEqualTo(1);
            return withoutOrigin(text(project, environment, 0));
        });
        assertThat(withoutOrigin(text(project, environment, 0, "--by-engine"))).isEqualTo(part);
        return part;
    }

    /** The report, as JSON. */
    public static String text(ScratchProject project, String environment, int exit, String... more) throws IOException {
        Path file = project.root().resolve("preview.json");
        var words = new ArrayList<>(List.of("preview", environment, "--format", "json", "--out", file.toString()));
        words.addAll(List.of(more));
        var ended = project.facility(words.toArray(String[]::new));
        assertThat(ended.exit()).as(ended.output()).isEqualTo(exit);
        return Files.readString(file);
    }

    private static JsonNode withoutOrigin(String report) throws IOException {
        return ((ObjectNode) new ObjectMapper().readTree(report)).without("origin");
    }
}
