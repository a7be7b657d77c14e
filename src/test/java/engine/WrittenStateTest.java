package engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrittenStateTest {
    private static final String STATE =
            """
            {"version": 3, "checkpoint": {"stack": "organization/facility/dev", "config": {"latest": {"x": 1}}, "latest": {
              "resources": [{"inputs": {"data": {"ciphertext": "v1:x"}}, "urn": "a"}, {"urn": "b"}, {"urn": "c"}],
              "manifest": {"time": "t"}, "secrets_providers": {"type": "passphrase"}}}}
            """;
    private static final String ONLY =
            """
            {"resources": [{"inputs": {"data": {"ciphertext": "v1:x"}}, "urn": "a"}, {"urn": "c"}],
             "manifest": {"time": "t"}, "secrets_providers": {"type": "passphrase"}}
            """;

    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    private Path folder;

    private Path file(String text) throws Exception {
        return Files.writeString(folder.resolve("dev.json"), text);
    }

    @Test
    void what_is_not_asked_for_is_left_out_and_all_else_kept_as_it_was() throws Exception {
        var urns = Set.of("a", "c", "new");
        JsonNode whole = json.readTree(STATE).at("/checkpoint/latest");
        assertThat(WrittenState.latest(file(STATE), urns)).isEqualTo(json.readTree(ONLY));
        assertThat(WrittenState.only(whole, urns)).isEqualTo(json.readTree(ONLY));
        assertThat(WrittenState.time(whole)).isEqualTo("t");
    }

    @Test
    void a_stack_that_was_never_written_holds_nothing() throws Exception {
        for (String text : new String[] {"{}", "{\"checkpoint\": {}}", "{\"checkpoint\": {\"latest\": null}}"}) {
            assertThat(WrittenState.latest(file(text), Set.of("a"))).isEmpty();
        }
    }

    @Test
    void an_excerpt_is_a_file_of_the_engines_own_form() throws Exception {
        var latest = WrittenState.latest(file(STATE), Set.of("a", "c"));
        assertThat(Excerpt.checkpoint("dev", latest))
                .isEqualTo(json.readTree("{\"version\": 3, \"checkpoint\": {\"stack\": \"organization/facility/dev\","
                        + " \"latest\": " + ONLY + "}}"));
    }
}
