package policies.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamespaceHasNetworkPolicyTest {
    private static final String NAMESPACE = "kind: Namespace\nmetadata: {name: dune}\n";

    @Test
    void a_fence_for_all_pods_passes() {
        assertThat(Asked.of(new NamespaceHasNetworkPolicy()).about(NAMESPACE, policy("{}", "[Ingress, Egress]", "")))
                .isEmpty();
    }

    @Test
    void a_namespace_without_one_is_named() {
        assertThat(Asked.of(new NamespaceHasNetworkPolicy()).about(NAMESPACE))
                .containsExactly("Namespace dune: has no NetworkPolicy that denies by default; one for all its pods, of"
                        + " types Ingress and Egress, without a rule; declare the namespace in facility:namespaces,"
                        + " which brings the fence deny-all");
    }

    @Test
    void a_policy_for_some_pods_one_way_or_with_a_rule_is_no_fence() {
        assertThat(Asked.of(new NamespaceHasNetworkPolicy())
                        .about(NAMESPACE, policy("{matchLabels: {app: hub}}", "[Ingress, Egress]", "")))
                .hasSize(1);
        assertThat(Asked.of(new NamespaceHasNetworkPolicy()).about(NAMESPACE, policy("{}", "[Ingress]", "")))
                .hasSize(1);
        assertThat(Asked.of(new NamespaceHasNetworkPolicy())
                        .about(NAMESPACE, policy("{}", "[Ingress, Egress]", ", egress: [{}]")))
                .hasSize(1);
    }

    private static String policy(String selector, String types, String rules) {
        return "kind: NetworkPolicy\nmetadata: {name: deny-all, namespace: dune}\nspec: {podSelector: " + selector
                + ", policyTypes: " + types + rules + "}\n";
    }
}
