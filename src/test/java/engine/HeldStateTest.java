package engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeldStateTest {
    private static final String MARK = "\"4dabf18193072939515e22adb298388d\": \"1b47061264138c4ac30d75fd1eb44270\"";

    private static final String EXPORT =
            """
            {"deployment": {"pending_operations": [], "resources": [
              {"urn": "urn:pulumi:dev::facility::pulumi:providers:checkmk::checkmk", "custom": true, "id": "9",
               "type": "pulumi:providers:checkmk", "inputs": {"url": "https://site", "secret": {%1$s, "plaintext": "\\"s\\""}}},
              {"urn": "urn:a", "type": "facility:stacks:Hub"},
              {"urn": "urn:pulumi:dev::facility::a$kubernetes:core/v1:Secret::hub/s", "custom": true, "id": "hub/s",
               "type": "kubernetes:core/v1:Secret", "protect": false, "initErrors": [],
               "inputs": {"kind": "Secret", "data": {%1$s, "plaintext": "{\\"key\\":\\"aHVudGVyMg==\\"}"}},
               "outputs": {"apiVersion": "v1", "kind": "Secret", "metadata": {"namespace": "hub", "name": "s", "uid": "1"}}},
              {"urn": "urn:b", "custom": true, "id": "n", "type": "kubernetes:core/v1:NodePatch", "inputs": {},
               "outputs": {"apiVersion": "v1", "kind": "Node", "metadata": {"name": "n"}}},
              {"urn": "urn:c", "custom": true, "id": "~h", "type": "checkmk:index:Host", "inputs": {"hostName": "h"},
               "outputs": {"hostName": "h"}, "provider": "urn:pulumi:dev::facility::pulumi:providers:checkmk::checkmk::9"},
              {"urn": "urn:d", "custom": true, "id": "x", "type": "other:index:Thing", "provider": "urn:none::1"}]}}
            """
                    .formatted(MARK);

    @Test
    void objects_and_others_are_held_with_their_secrets_opened_and_never_printed() throws IOException {
        var held = HeldState.of(tree(EXPORT));
        assertThat(held.settled()).isTrue();
        assertThat(held.objects()).extracting(Object::toString).containsExactly("Secret of v1 hub/s", "Node of v1 n");
        assertThat(held.objects().get(0).declared().at("/data/key").asText()).isEqualTo("aHVudGVyMg==");
        assertThat(held.objects()).extracting(object -> object.patch()).containsExactly(false, true);
        assertThat(held.others())
                .extracting(Object::toString)
                .containsExactly("checkmk:index:Host ~h", "other:index:Thing x");
        assertThat(held.others().get(0).provider().orElseThrow().path("secret").asText())
                .isEqualTo("s");
        assertThat(held.others().get(1).provider()).isEmpty();
        assertThat(held.toString() + held.objects() + held.others()).doesNotContain("aHVudGVyMg==");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"initErrors\": []         | \"initErrors\": [\"no pod\"]",
                "\"protect\": false         | \"delete\": true",
                "\"protect\": false         | \"external\": true",
                "\"protect\": false         | \"pendingReplacement\": true",
                "\"pending_operations\": [] | \"pending_operations\": [{\"type\": \"creating\"}]",
            })
    void what_a_run_left_half_done_is_not_settled(String from, String to) throws IOException {
        assertThat(EXPORT).contains(from);
        assertThat(HeldState.of(tree(EXPORT.replace(from, to))).settled()).isFalse();
    }

    @Test
    void a_state_of_nothing_is_settled() throws IOException {
        var held = HeldState.of(tree("{\"deployment\": {\"manifest\": {}}}"));
        assertThat(held.settled()).isTrue();
        assertThat(held.objects()).isEmpty();
    }

    private static JsonNode tree(String json) throws IOException {
        return new ObjectMapper().readTree(json);
    }
}
