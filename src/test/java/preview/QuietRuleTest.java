package preview;

import static org.assertj.core.api.Assertions.assertThat;

import change.Changed;
import com.fasterxml.jackson.databind.JsonNode;
import difference.FieldChange;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietRuleTest {
    private static final String MAP = "kubernetes:core/v1:ConfigMap";
    private static final String PATCH = "kubernetes:core/v1:NodePatch";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "spec.cpu           | 1000m | '1'    | quantity-spelling",
                "spec.memory        | 1Gi   | 1024Mi | quantity-spelling",
                "spec.tolerations   | []    |        | empty-value",
                "metadata.labels    |       | {}     | empty-value",
                "spec.selector      | null  |        | empty-value"
            })
    void a_difference_that_is_none_is_hidden_by_a_named_rule(String path, String before, String after, String rule) {
        assertThat(rule(MAP, path, before, after)).isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "spec.cpu           | 1     | 2      ",
                "spec.memory        | 1G    | 1Gi    ",
                "spec.tolerations   | []    | [a]    ",
                "data.a             | ''    |        ",
                "spec.replicas      | 0     |        ",
                "metadata.namespace |       | default"
            })
    void a_difference_is_shown(String path, String before, String after) {
        assertThat(rule(MAP, path, before, after)).isEqualTo("none");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "metadata.namespace |       | default | patch-namespace",
                "metadata.namespace | other | default | none",
                "metadata.name      |       | default | none"
            })
    void of_fields_of_somebody_elses_object_the_namespace_is_the_providers(
            String path, String before, String after, String rule) {
        assertThat(rule(PATCH, path, before, after)).isEqualTo(rule);
    }

    private static String rule(String type, String path, String before, String after) {
        return QuietRule.of(type, new FieldChange(path, value(before), value(after)))
                .map(QuietRule::key)
                .orElse("none");
    }

    private static Optional<JsonNode> value(String yaml) {
        return Optional.ofNullable(yaml).map(Changed::yaml);
    }
}
