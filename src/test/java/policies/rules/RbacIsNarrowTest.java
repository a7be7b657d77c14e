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

    private static String binding(String role, String subject) {
        return "kind: ClusterRoleBinding\nmetadata: {name: hub}\nroleRef: {name: " + role + "}\nsubjects: [" + subject
                + "]\n";
    }
}
