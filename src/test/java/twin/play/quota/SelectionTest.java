package twin.play.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.fabric8.openshift.api.model.ClusterResourceQuotaSelector;
import org.junit.jupiter.api.Test;

class SelectionTest {
    private static final Namespace NAMESPACE = Serialization.unmarshal(
            """
            apiVersion: v1
            kind: Namespace
            metadata:
              name: dune-analysis
              labels: {facility/experiment: dune}
              annotations: {openshift.io/requester: liaison}
            """,
            Namespace.class);

    @Test
    void both_selectors_have_to_take_it_and_without_any_there_is_none() {
        assertThat(takes("{labels: {matchLabels: {facility/experiment: dune}}}"))
                .isTrue();
        assertThat(takes("{annotations: {openshift.io/requester: liaison}}")).isTrue();
        assertThat(takes("{labels: {matchLabels: {facility/experiment: dune}}, annotations: {a: b}}"))
                .isFalse();
        assertThat(takes("{labels: {matchLabels: {facility/experiment: nova}}}"))
                .isFalse();
        assertThat(takes("{}")).isFalse();
    }

    @Test
    void expressions_are_read_as_kubernetes_does() {
        assertThat(takes(expression("facility/experiment, operator: In, values: [dune, nova]")))
                .isTrue();
        assertThat(takes(expression("facility/experiment, operator: NotIn, values: [nova]")))
                .isTrue();
        assertThat(takes(expression("another, operator: NotIn, values: [nova]")))
                .isTrue();
        assertThat(takes(expression("facility/experiment, operator: Exists"))).isTrue();
        assertThat(takes(expression("facility/experiment, operator: DoesNotExist")))
                .isFalse();
        assertThat(takes(expression("another, operator: In, values: [dune]"))).isFalse();
    }

    private static String expression(String key) {
        return "{labels: {matchExpressions: [{key: " + key + "}]}}";
    }

    private static boolean takes(String selector) {
        return Selection.takes(
                Serialization.unmarshal("---\n" + selector, ClusterResourceQuotaSelector.class), NAMESPACE);
    }
}
