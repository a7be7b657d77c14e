package engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class OpenStateTest {
    private static final String MARK = "\"4dabf18193072939515e22adb298388d\": \"1b47061264138c4ac30d75fd1eb44270\"";

    private static final String EXPORT =
            """
            {"deployment": {
              "resources": [
                {"urn": "urn:pulumi:dev::facility::a$kubernetes:core/v1:Secret::hub/secrets",
                 "type": "kubernetes:core/v1:Secret", "protect": true,
                 "inputs": {"kind": "Secret", "data": {%s, "plaintext": "{\\"key\\":\\"aHVudGVyMg==\\"}"}}},
                {"urn": "urn:pulumi:dev::facility::a$kubernetes:core/v1:ConfigMap::hub/hub",
                 "type": "kubernetes:core/v1:ConfigMap", "inputs": {"kind": "ConfigMap"}},
                {"urn": "urn:pulumi:dev::facility::a$kubernetes:core/v1:ConfigMap::hub/old", "delete": true,
                 "type": "kubernetes:core/v1:ConfigMap", "inputs": {}}],
              "pending_operations": [
                {"type": "creating", "resource": {"urn": "urn:pulumi:dev::facility::a$kubernetes:core/v1:ConfigMap::hub/new",
                 "type": "kubernetes:core/v1:ConfigMap"}}]}}
            """
                    .formatted(MARK);

    @Test
    void secrets_are_opened_in_memory_and_never_printed() throws Exception {
        var state = OpenState.of(new ObjectMapper().readTree(EXPORT));
        assertThat(state.secrets()).containsExactly("aHVudGVyMg==");
        assertThat(state.inputs().values())
                .singleElement()
                .satisfies(inputs -> assertThat(inputs.at("/data/key").asText()).isEqualTo("aHVudGVyMg=="));
        assertThat(state.toString()).doesNotContain("aHVudGVyMg==");
    }

    @Test
    void each_resource_that_is_there_could_be_removed() throws Exception {
        var state = OpenState.of(new ObjectMapper().readTree(EXPORT));
        assertThat(state.removals())
                .extracting(step -> step.operation() + " " + step.name() + " " + step.wasProtected())
                .containsExactly("delete hub/secrets true", "delete hub/hub false");
    }

    @Test
    void what_a_run_had_begun_when_it_was_cut_off_is_named() throws Exception {
        assertThat(OpenState.of(new ObjectMapper().readTree(EXPORT)).unfinished())
                .containsExactly("creating ConfigMap hub/new");
    }
}
