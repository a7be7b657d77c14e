package policies.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RbacIsNarrowTest {
    @Test
    void names_only_pass() {
        assertThat(Asked.of(new RbacIsNarrow())
                        .about("kind: Role\nmetadata: {name: hub, namespace: jupyterhub}\nrules: [{apiGroups: [\"\"],"
                                + " resources: [pods], verbs: [get]}]\n"))
                .isEmpty();
    }

    @Test
    void a_wildcard_is_named_with_its_place() {
        assertThat(Asked.of(new RbacIsNarrow())
                        .about(
                                "kind: ClusterRole\nmetadata: {name: hub}\nrules: [{apiGroups: [\"\"], resources: [pods],"
                                        + " verbs: [\"*\"]}]\n"))
                .containsExactly("ClusterRole hub: has a wildcard, rules[0].verbs [*]; names only; name the API groups,"
                        + " resources and verbs that are needed");
    }

    @Test
    void an_administrators_role_is_named() {
        assertThat(Asked.of(new RbacIsNarrow()).about(binding("cluster-admin", "{kind: ServiceAccount, name: hub}")))
                .singleElement()
                .asString()
                .startsWith(
                        "ClusterRoleBinding hub: gives an administrator's role, cluster-admin; none of cluster-admin,");
    }

    @Test
    void a_role_for_everybody_is_named() {
        assertThat(Asked.of(new RbacIsNarrow()).about(binding("view", "{kind: Group, name: system:authenticated}")))
                .singleElement()
                .asString()
                .contains("gives view to everybody, system:authenticated;");
    }

    @Test
    void rights_past_its_own_are_named() {
        assertThat(Asked.of(new RbacIsNarrow())
                        .about("kind: Role\nmetadata: {name: hub, namespace: jupyterhub}\nrules: [{apiGroups:"
                                + " [rbac.authorization.k8s.io], resources: [roles], verbs: [get, bind, escalate]}]\n"))
                .containsExactly(
                        "Role jupyterhub/hub: may widen its own rights, bind, escalate; none of bind, escalate,"
                                + " impersonate; name the API groups, resources and verbs that are needed");
        assertThat(Asked.of(new RbacIsNarrow())
                        .about("kind: ClusterRolePatch\nmetadata: {name: hub}\nrules: [{apiGroups: [\"\"], resources:"
                                + " [users], verbs: [impersonate]}]\n"))
                .hasSize(1);
    }

    @Test
    void roles_that_gather_others_rules_or_add_to_others_are_named() {
        assertThat(Asked.of(new RbacIsNarrow())
                        .about("kind: ClusterRole\nmetadata: {name: hub, labels:"
                                + " {rbac.authorization.k8s.io/aggregate-to-view: \"true\"}}\naggregationRule:"
                                + " {clusterRoleSelectors: [{}]}\nrules: []\n"))
                .hasSize(2)
                .anyMatch(finding -> finding.contains("takes its rules from other roles, aggregationRule;"))
                .anyMatch(finding -> finding.contains("adds to a role that others have,"));
    }

    @Test
    void whoever_signed_in_and_an_scc_of_the_node_are_named() {
        assertThat(Asked.of(new RbacIsNarrow())
                        .about(binding("view", "{kind: Group, name: system:authenticated:oauth}")))
                .hasSize(1);
        assertThat(Asked.of(new RbacIsNarrow())
                        .about(binding("system:openshift:scc:hostmount-anyuid", "{kind: ServiceAccount, name: hub}")))
                .hasSize(1);
    }

    private static String binding(String role, String subject) {
        return "kind: ClusterRoleBinding\nmetadata: {name: hub}\nroleRef: {name: " + role + "}\nsubjects: [" + subject
                + "]\n";
    }

    @Test
    void constraints_that_let_a_pod_out_are_named_wherever_they_are_given() {
        String rule = "kind: Role\nmetadata: {name: build, namespace: binderhub}\nrules: [{apiGroups:"
                + " [security.openshift.io], resources: [securitycontextconstraints], verbs: [use]";
        assertThat(Asked.of(new RbacIsNarrow()).about(rule + ", resourceNames: [privileged]}]\n"))
                .singleElement()
                .asString()
                .startsWith("Role binderhub/build: may use SecurityContextConstraints that let a pod out of its fence,"
                        + " [privileged]; by name, and none of privileged, anyuid,");
        assertThat(Asked.of(new RbacIsNarrow()).about(rule + "}]\n"))
                .singleElement()
                .asString()
                .contains("all, since rules[0].resourceNames names none;");
        assertThat(Asked.of(new RbacIsNarrow()).about(rule + ", resourceNames: [binder-builds]}]\n"))
                .isEmpty();
    }
}
