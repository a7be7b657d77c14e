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
                        .about(NAMESPACE, policy("{}", "[Ingress, Egress]", ", egress: [{ports: [{port: 53}]}]")))
                .hasSize(1);
    }

    @Test
    void a_policy_beside_the_fence_that_lets_everything_through_is_named() {
        String fence = policy("{}", "[Ingress, Egress]", "");
        for (String open : new String[] {
            "ingress: [{}]",
            "ingress: [{from: [{namespaceSelector: {}}]}]",
            "ingress: [{from: [{namespaceSelector: {}, podSelector: {}}]}]",
            "ingress: [{from: [{ipBlock: {cidr: 0.0.0.0/0}}]}]",
            "ingress: [{from: [{podSelector: {}}, {ipBlock: {cidr: '::/0'}}]}]"
        }) {
            assertThat(found(fence, "NetworkPolicy", "podSelector: {matchLabels: {app: hub}}, " + open))
                    .as(open)
                    .containsExactly(
                            "NetworkPolicy dune/open: undoes the fence: lets everything in, a rule without a port"
                                    + " and with every peer; peers by name, or ports; say who may, or on which port");
        }
        assertThat(found(fence, "NetworkPolicy", "podSelector: {}, egress: [{to: []}], ingress: [{}]"))
                .hasSize(2);
        assertThat(found(fence, "AdminNetworkPolicy", "ingress: [{action: Allow, from: [{namespaces: {}}]}]"))
                .hasSize(1);
    }

    @Test
    void doors_with_a_name_or_a_port_pass() {
        String fence = policy("{}", "[Ingress, Egress]", "");
        for (String door : new String[] {
            "ingress: [{from: [{podSelector: {}}]}]",
            "ingress: [{from: [{namespaceSelector: {}, podSelector: {matchLabels: {app: hub}}}]}]",
            "egress: [{ports: [{port: 443}]}]",
            "egress: [{to: [{ipBlock: {cidr: 0.0.0.0/0, except: [10.0.0.0/8]}}]}]"
        }) {
            assertThat(found(fence, "NetworkPolicy", "podSelector: {}, " + door))
                    .as(door)
                    .isEmpty();
        }
    }

    private static java.util.List<String> found(String fence, String kind, String spec) {
        return Asked.of(new NamespaceHasNetworkPolicy())
                .about(
                        NAMESPACE,
                        fence,
                        "kind: " + kind + "\nmetadata: {name: open, namespace: dune}\nspec: {" + spec + "}\n");
    }

    private static String policy(String selector, String types, String rules) {
        return "kind: NetworkPolicy\nmetadata: {name: deny-all, namespace: dune}\nspec: {podSelector: " + selector
                + ", policyTypes: " + types + rules + "}\n";
    }
}
