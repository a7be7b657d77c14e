package policies.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoutesHaveTlsTest {
    @Test
    void edge_with_a_redirect_passes() {
        assertThat(Asked.of(new RoutesHaveTls())
                        .about(route("{termination: edge, insecureEdgeTerminationPolicy: Redirect}")))
                .isEmpty();
    }

    @Test
    void a_route_in_the_open_is_named() {
        assertThat(Asked.of(new RoutesHaveTls()).about(route("{}")))
                .containsExactly(
                        "Route jupyterhub/hub: carries no TLS, no termination; one of edge, reencrypt, passthrough;"
                                + " set spec.tls.termination, and insecureEdgeTerminationPolicy to Redirect or None");
        assertThat(Asked.of(new RoutesHaveTls()).about(route("{termination: none}")))
                .hasSize(1);
    }

    @Test
    void tls_beside_an_open_door_is_named() {
        assertThat(Asked.of(new RoutesHaveTls())
                        .about(route("{termination: edge, insecureEdgeTerminationPolicy: Allow}")))
                .singleElement()
                .asString()
                .contains("lets requests through in the open, insecureEdgeTerminationPolicy Allow; Redirect or None;");
    }

    @Test
    void an_ingress_becomes_a_route_too() {
        String ingress = "kind: Ingress\nmetadata: {name: hub, namespace: jupyterhub}\nspec: {rules: []%s}\n";
        assertThat(Asked.of(new RoutesHaveTls()).about(ingress.formatted("")))
                .singleElement()
                .asString()
                .startsWith("Ingress jupyterhub/hub: carries no TLS, no spec.tls;");
        assertThat(Asked.of(new RoutesHaveTls()).about(ingress.formatted(", tls: [{hosts: [hub.example.org]}]")))
                .isEmpty();
    }

    private static String route(String tls) {
        return "apiVersion: route.openshift.io/v1\nkind: Route\nmetadata: {name: hub, namespace: jupyterhub}\nspec: {tls: "
                + tls + "}\n";
    }
}
