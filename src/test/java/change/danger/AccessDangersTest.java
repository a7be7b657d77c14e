package change.danger;

import static change.danger.DangersTest.lines;
import static org.assertj.core.api.Assertions.assertThat;

import change.Changed;
import org.junit.jupiter.api.Test;

/** Changes by which somebody may do or reach more, and those that only look so. */
class AccessDangersTest {
    private static final Changed ROLE = Changed.object("rbac.authorization.k8s.io/v1:Role", "dask/gateway");
    private static final Changed BINDING = Changed.object("rbac.authorization.k8s.io/v1:RoleBinding", "dask/gateway");
    private static final Changed POLICY = Changed.object("networking.k8s.io/v1:NetworkPolicy", "jupyterhub/servers");
    private static final Changed ROUTE = Changed.object("route.openshift.io/v1:Route", "jupyterhub/proxy");
    private static final Changed CONSTRAINTS =
            Changed.object("security.openshift.io/v1:SecurityContextConstraints", "servers");
    private static final Changed VALUES = Changed.object("core/v1:ConfigMap", "jupyterhub/hub");

    @Test
    void a_verb_more_is_more() {
        assertThat(lines(ROLE.updated(rules("''", "pods", "get"), rules("''", "pods, secrets", "get, delete"))))
                .containsExactly("rights-widened access: may also: delete pods; delete secrets; get secrets");
    }

    @Test
    void one_object_that_becomes_all_of_them_is_more() {
        assertThat(lines(ROLE.updated(
                        "{rules: [{apiGroups: [''], resources: [secrets], resourceNames: [hub], verbs: [get]}]}",
                        rules("''", "secrets", "get"))))
                .containsExactly("rights-widened access: may also: get secrets");
    }

    @Test
    void a_role_that_is_split_narrowed_or_new_allows_nobody_more() {
        String wide = rules("apps", "'*'", "'*'");
        assertThat(lines(ROLE.updated(wide, rules("apps", "deployments", "get, list"))))
                .isEmpty();
        assertThat(lines(ROLE.updated(
                        rules("''", "secrets", "get"),
                        "{rules: [{apiGroups: [''], resources: [secrets], resourceNames: [hub], verbs: [get]}]}")))
                .isEmpty();
        assertThat(lines(ROLE.updated(
                        rules("''", "pods", "get, list"),
                        "{rules: [{apiGroups: [''], resources: [pods], verbs: [list]},"
                                + " {apiGroups: [''], resources: [pods], verbs: [get]}]}")))
                .isEmpty();
        assertThat(lines(ROLE.created(wide))).isEmpty();
    }

    @Test
    void who_is_bound_in_addition_is_named() {
        assertThat(lines(BINDING.updated(binding("view", "Group, name: a"), binding("view", "Group, name: b"))))
                .containsExactly("rights-widened access: also binds Group b");
        assertThat(lines(BINDING.created(binding("edit", "ServiceAccount, namespace: dask, name: gateway"))))
                .containsExactly("rights-widened access: binds ServiceAccount dask/gateway");
        assertThat(lines(BINDING.updated(binding("view", "Group, name: a"), "{roleRef: {kind: Role, name: view}}")))
                .isEmpty();
    }

    @Test
    void another_role_for_the_same_subjects_is_more() {
        assertThat(lines(BINDING.replaced(binding("view", "Group, name: a"), binding("admin", "Group, name: a"))))
                .containsExactly("rights-widened access: binds Group a");
    }

    @Test
    void a_network_policy_that_lets_more_through_says_what() {
        assertThat(lines(POLICY.updated(
                        "{spec: {egress: [{to: [{ipBlock: {cidr: 10.0.0.0/8}}], ports: [{port: 443}]}]}}",
                        "{spec: {egress: [{to: [{ipBlock: {cidr: 10.0.0.0/8}}], ports: [{port: 443}, {port: 5432}]},"
                                + " {to: [{namespaceSelector: {matchLabels: {team: x}}}]}]}}")))
                .containsExactly("network-opened access: lets more through:"
                        + " to 10.0.0.0/8 on TCP 5432; to namespaces team=x");
        assertThat(lines(POLICY.updated("{spec: {ingress: [{from: [{podSelector: {}}]}]}}", "{spec: {ingress: [{}]}}")))
                .containsExactly("network-opened access: lets more through: from everywhere");
        assertThat(lines(
                        POLICY.updated("{spec: {policyTypes: [Ingress, Egress]}}", "{spec: {policyTypes: [Ingress]}}")))
                .containsExactly("network-opened access: lets more through: Egress, which it no longer looks at");
        assertThat(lines(POLICY.deleted("{}"))).containsExactly("network-opened access: is deleted");
    }

    @Test
    void a_network_policy_that_lets_less_through_is_none() {
        assertThat(lines(POLICY.updated(
                        "{spec: {egress: [{to: [{ipBlock: {cidr: 10.0.0.0/8}}, {ipBlock: {cidr: 172.16.0.0/12}}]}]}}",
                        "{spec: {egress: [{to: [{ipBlock: {cidr: 10.0.0.0/8}}]}]}}")))
                .isEmpty();
        assertThat(lines(POLICY.created("{spec: {egress: [{}]}}"))).isEmpty();
        assertThat(lines(Changed.object("k8s.ovn.org/v1:EgressFirewall", "x/default")
                        .updated(
                                "{spec: {egress: [{type: Allow, to: {cidrSelector: 10.0.0.0/8}}]}}",
                                "{spec: {egress: [{type: Allow, to: {cidrSelector: 10.0.0.0/8}},"
                                        + " {type: Deny, to: {cidrSelector: 0.0.0.0/0}}]}}")))
                .isEmpty();
    }

    @Test
    void a_new_address_and_one_without_tls_are_named() {
        assertThat(lines(ROUTE.created("{spec: {host: hub.example.org, tls: {termination: edge}}}")))
                .containsExactly("route-opened access: answers at hub.example.org");
        assertThat(lines(ROUTE.updated("{spec: {tls: {termination: edge}}}", "{spec: {}}")))
                .containsExactly("route-opened access: answers without TLS");
    }

    @Test
    void a_route_that_had_no_tls_before_is_not_opened() {
        assertThat(lines(ROUTE.updated(
                        "{spec: {tls: {insecureEdgeTerminationPolicy: Allow, key: a}}}",
                        "{spec: {tls: {insecureEdgeTerminationPolicy: Allow, key: b}}}")))
                .isEmpty();
    }

    @Test
    void constraints_that_allow_more_say_what() {
        assertThat(lines(CONSTRAINTS.updated(
                        "{allowHostNetwork: false, users: [a], runAsUser: {type: MustRunAsRange}}",
                        "{allowHostNetwork: true, users: [a, b], runAsUser: {type: RunAsAny}}")))
                .containsExactly("security-context-widened access:"
                        + " allows more: allowHostNetwork; users: b; runAsUser: RunAsAny");
        assertThat(lines(CONSTRAINTS.updated("{allowHostPID: true, users: [a, b]}", "{users: [a]}")))
                .isEmpty();
    }

    @Test
    void another_sign_in_is_shown_with_its_field() {
        assertThat(lines(VALUES.updated(
                        "{data: {values.yaml: 'hub: {config: {Authenticator: {allow_all: false}}}'}}",
                        "{data: {values.yaml: 'hub: {config: {Authenticator: {allow_all: true}}}'}}")))
                .containsExactly("sign-in-changed access: hub.config.Authenticator.allow_all: false -> true");
        assertThat(lines(VALUES.updated(
                        "{data: {values.yaml: 'hub: {config: {JupyterHub: {shutdown_on_logout: false}}}'}}",
                        "{data: {values.yaml: 'hub: {config: {JupyterHub: {shutdown_on_logout: true}}}'}}")))
                .isEmpty();
    }

    private static String rules(String groups, String resources, String verbs) {
        return "{rules: [{apiGroups: [%s], resources: [%s], verbs: [%s]}]}".formatted(groups, resources, verbs);
    }

    private static String binding(String role, String subject) {
        return "{roleRef: {kind: Role, name: %s}, subjects: [{kind: %s}]}".formatted(role, subject);
    }
}
