package engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StateSealTest {
    private static final Optional<byte[]> KEY = Optional.of("key".getBytes(StandardCharsets.UTF_8));
    private static final String SECRET =
            """
            {"4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", "plaintext": "\\"%s\\""}""";

    private static JsonNode state(String inputs, String rest) throws Exception {
        return new ObjectMapper()
                .readTree(
                        """
                        {"deployment": {"manifest": {"time": "%s"}, "resources": [
                          {"urn": "urn:pulumi:prod::facility::facility:stacks:Hub::hub", "custom": false},
                          {"urn": "urn:pulumi:prod::facility::kubernetes:core/v1:ConfigMap::hub",
                           "id": "jupyterhub/hub", "inputs": %s%s}]}}"""
                                .formatted(System.nanoTime(), inputs, rest));
    }

    private static String seal(String inputs, String rest) throws Exception {
        return StateSeal.of(state(inputs, rest), KEY).digest();
    }

    @Test
    void the_same_inputs_are_the_same_state_whatever_their_order_and_the_cluster() throws Exception {
        assertThat(seal("{\"a\": 1, \"b\": 2}", ", \"outputs\": {\"status\": 1}, \"modified\": \"x\""))
                .isEqualTo(seal("{\"b\": 2, \"a\": 1}", ", \"outputs\": {\"status\": 2}"));
    }

    @Test
    void another_input_another_protection_another_resource_is_another_state() throws Exception {
        String one = seal("{\"a\": 1}", "");
        assertThat(seal("{\"a\": 2}", "")).isNotEqualTo(one);
        assertThat(seal("{\"a\": 1}", ", \"protect\": true")).isNotEqualTo(one);
        assertThat(StateSeal.of(new ObjectMapper().readTree("{\"deployment\": {}}"), KEY)
                        .digest())
                .isNotEqualTo(one);
    }

    @Test
    void a_run_that_was_cut_off_is_another_state() throws Exception {
        var whole = state("{}", "");
        var cut = state("{}", "");
        ((com.fasterxml.jackson.databind.node.ObjectNode) cut.path("deployment"))
                .putArray("pending_operations")
                .addObject()
                .put("type", "creating");
        assertThat(StateSeal.of(cut, KEY)).isNotEqualTo(StateSeal.of(whole, KEY));
        assertThat(StateSeal.of(cut, KEY).unfinished()).isEqualTo(1);
    }

    @Test
    void another_secret_is_another_state_and_the_seal_does_not_hold_it() throws Exception {
        String one = "{\"data\": " + SECRET.formatted("one") + "}";
        String two = "{\"data\": " + SECRET.formatted("two") + "}";
        assertThat(seal(one, "")).isNotEqualTo(seal(two, ""));
        assertThat(StateSeal.of(state(one, ""), KEY).toString()).doesNotContain("one");
    }

    /** A plain hash could be tried: without a key that guards it, secrets stay out. */
    @Test
    void without_a_key_no_secret_is_in_the_seal() throws Exception {
        String one = "{\"data\": " + SECRET.formatted("one") + "}";
        String two = "{\"data\": " + SECRET.formatted("two") + "}";
        assertThat(StateSeal.of(state(one, ""), Optional.empty()))
                .isEqualTo(StateSeal.of(state(two, ""), Optional.empty()));
    }
}
