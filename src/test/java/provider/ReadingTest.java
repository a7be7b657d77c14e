package provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A look of a kind's own, beside what a state holds. */
class ReadingTest {
    private static final String HELD = "{\"__defaults\": [], \"name\": \"a\", \"count\": 5.0, \"served\": {\"at\": 1}}";
    private static final String INPUTS = "{\"name\": \"a\", \"count\": 5}";

    @Test
    void what_reads_as_it_is_held_did_not_drift() {
        assertThat(isStill(INPUTS, Optional::of)).isTrue();
    }

    @Test
    void what_is_gone_or_another_did() {
        assertThat(isStill(INPUTS, known -> Optional.empty())).isFalse();
        assertThat(isStill(INPUTS, known -> Optional.of(Map.of("name", "b")))).isFalse();
    }

    /** A refresh takes the inputs from what it reads: where the state has others, it would find a difference. */
    @ParameterizedTest
    @ValueSource(strings = {"{\"name\": \"a\"}", "{\"name\": \"a\", \"count\": 6}"})
    void inputs_that_are_not_those_of_the_outputs_are_not_certain(String inputs) {
        assertThat(isStill(inputs, Optional::of)).isFalse();
    }

    private static boolean isStill(String inputs, Look look) {
        return Reading.isStill(new Looking(look), "a", tree(inputs), tree(HELD));
    }

    private interface Look {
        Optional<Map<String, Object>> at(Map<String, Object> known);
    }

    private record Looking(Look look) implements Kind {
        @Override
        public List<Field> fields() {
            return List.of(Field.text("name"), Field.text("count"));
        }

        @Override
        public Optional<Map<String, Object>> read(String id, Map<String, Object> known) {
            return look.at(known);
        }

        @Override
        public Made create(Map<String, Object> inputs) {
            throw new AssertionError("a look makes nothing");
        }

        @Override
        public Map<String, Object> update(String id, Map<String, Object> inputs) {
            throw new AssertionError("a look changes nothing");
        }

        @Override
        public void delete(String id, Map<String, Object> known) {
            throw new AssertionError("a look removes nothing");
        }
    }

    private static JsonNode tree(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
