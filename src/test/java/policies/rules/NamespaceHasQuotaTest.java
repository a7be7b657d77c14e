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
}
