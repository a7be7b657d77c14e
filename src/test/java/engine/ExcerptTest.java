package engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExcerptTest {
    @Test
    void what_is_not_asked_for_is_left_out_and_all_else_kept_as_it_was() throws Exception {
        var json = new ObjectMapper();
        var deployment = (ObjectNode)
                json.readTree(
                        """
                {"manifest": {"time": "t"}, "secrets_providers": {"type": "passphrase"},
                 "resources": [{"urn": "a", "inputs": {"data": {"ciphertext": "v1:x"}}}, {"urn": "b"}, {"urn": "c"}]}
                """);
        assertThat(Excerpt.written(deployment)).isEqualTo("t");
        assertThat(Excerpt.checkpoint("dev", deployment, Set.of("a", "c", "new")))
                .isEqualTo(
                        json.readTree(
                                """
                                {"version": 3, "checkpoint": {"stack": "organization/facility/dev", "latest": {
                                  "manifest": {"time": "t"}, "secrets_providers": {"type": "passphrase"},
                                  "resources": [{"urn": "a", "inputs": {"data": {"ciphertext": "v1:x"}}}, {"urn": "c"}]}}}
                                """));
    }
}
