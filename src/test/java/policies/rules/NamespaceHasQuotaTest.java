package policies.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamespaceHasQuotaTest {
    private static final String NAMESPACE = "kind: Namespace\nmetadata: {name: dune}\n";

    @Test
    void a_namespace_with_a_whole_quota_passes() {
        assertThat(Asked.of(new NamespaceHasQuota())
                        .about(NAMESPACE, Asked.quota("dune", "requests.cpu: 4, requests.memory: 8Gi, pods: 10")))
                .isEmpty();
    }

    @Test
    void a_namespace_without_one_is_named() {
        assertThat(Asked.of(new NamespaceHasQuota())
                        .about(NAMESPACE, Asked.quota("other", "requests.cpu: 4, requests.memory: 8Gi, pods: 10")))
                .containsExactly("Namespace dune: has no ResourceQuota; one that limits requests.cpu,"
                        + " requests.memory and pods; declare its quota in facility:namespaces");
    }

    @Test
    void a_quota_on_pods_alone_is_none() {
        assertThat(Asked.of(new NamespaceHasQuota()).about(NAMESPACE, Asked.quota("dune", "pods: 10")))
                .hasSize(1);
    }

    @Test
    void a_quota_that_counts_some_pods_only_is_none() {
        String whole = Asked.quota("dune", "requests.cpu: 4, requests.memory: 8Gi, pods: 10");
        for (String scope : new String[] {
            "scopes: [Terminating]",
            "scopeSelector: {matchExpressions: [{scopeName: PriorityClass, operator: In, values: [high]}]}"
        }) {
            assertThat(Asked.of(new NamespaceHasQuota())
                            .about(NAMESPACE, whole.replace("spec: {", "spec: {" + scope + ", ")))
                    .as(scope)
                    .singleElement()
                    .asString()
                    .startsWith("Namespace dune: has no ResourceQuota");
        }
    }

    @Test
    void a_project_is_a_namespace() {
        assertThat(Asked.of(new NamespaceHasQuota()).about("kind: ProjectRequest\nmetadata: {name: dune}\n"))
                .singleElement()
                .asString()
                .startsWith("ProjectRequest dune: has no ResourceQuota");
    }

    @Test
    void pods_run_where_a_quota_holds_them() {
        String hub = Asked.deployment("image: hub:1", "");
        assertThat(Asked.of(new NamespaceHasQuota()).about(hub))
                .containsExactly(
                        "Deployment jupyterhub/hub: runs pods where no quota holds them, namespace jupyterhub; a"
                                + " declared namespace; declare its quota in facility:namespaces");
        assertThat(Asked.of(new NamespaceHasQuota())
                        .about(hub.replace(", namespace: jupyterhub", ""), Asked.quota("jupyterhub", "pods: 1")))
                .singleElement()
                .asString()
                .contains("namespace default");
        assertThat(Asked.of(new NamespaceHasQuota()).about(hub, Asked.quota("jupyterhub", "pods: 1")))
                .isEmpty();
    }
}
