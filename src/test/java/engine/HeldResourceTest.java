package engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeldResourceTest {
    private static JsonNode json(String text) throws Exception {
        return new ObjectMapper().readTree(text.replace('\'', '"').replace("SIG", Marks.SECRET));
    }

    @Test
    void secrets_are_opened_and_marked_and_numbers_are_as_they_are_read() throws Exception {
        // Of a secret the export has the value's JSON as a text.
        var held = HeldResource.of(
                        json("{'inputs': {'n': 1.0, 'x': 1.5, 's': {'SIG': 'sig', 'plaintext': '[24, 4294967296]'}}}"))
                .orElseThrow();
        assertThat(held.inputs()).isEqualTo(json("{'n': 1, 'x': 1.5, 's': {'SIG': 'sig', 'value': [24, 4294967296]}}"));
        assertThat(held.toString()).doesNotContain("24");
    }

    @Test
    void inputs_that_each_depend_on_all_are_what_the_engine_writes_for_a_program_that_says_nothing() throws Exception {
        assertThat(HeldResource.of(json("{'dependencies': ['b', 'a'], 'propertyDependencies': {'x': ['a', 'b']}}")))
                .isPresent();
        assertThat(HeldResource.of(json("{'dependencies': ['b', 'a'], 'propertyDependencies': {'x': ['a']}}")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"delete", "external", "initErrors", "aliases", "ignoreChanges", "customTimeouts", "hideDiff"})
    void of_what_else_a_state_says_nothing_is_concluded(String field) throws Exception {
        assertThat(HeldResource.of(json("{'urn': 'u', '" + field + "': true}"))).isEmpty();
    }
}
