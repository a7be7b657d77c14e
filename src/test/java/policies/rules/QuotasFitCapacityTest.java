package policies.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuotasFitCapacityTest {
    @Test
    void promises_up_to_the_over_commit_pass() {
        assertThat(Asked.of(new QuotasFitCapacity(Asked.CAPACITY))
                        .about(
                                Asked.quota("dune", "requests.cpu: 12, requests.memory: 60Gi, pods: 60"),
                                Asked.quota("lpc", "requests.cpu: 8, requests.memory: 40Gi, pods: 40")))
                .isEmpty();
    }

    @Test
    void one_core_more_is_named_with_its_shares() {
        assertThat(Asked.of(new QuotasFitCapacity(Asked.CAPACITY))
                        .about(Asked.quota("dune", "requests.cpu: 13"), Asked.quota("lpc", "requests.cpu: 8")))
                .containsExactly(
                        "quotas of requests.cpu: promise more than there is, 21 cores (dune 13, lpc 8); at most"
                                + " 20, which is 200% of the nodes' 10; lower a quota in facility:namespaces, or add nodes to"
                                + " facility:cluster");
    }

    @Test
    void memory_and_pods_have_ceilings_of_their_own() {
        assertThat(Asked.of(new QuotasFitCapacity(Asked.CAPACITY))
                        .with("podsPercent", 100)
                        .about(Asked.quota("dune", "requests.memory: 101Gi, pods: 51")))
                .hasSize(2)
                .anyMatch(finding -> finding.contains("101Gi of memory (dune 101Gi); at most 100Gi"))
                .anyMatch(finding -> finding.contains("51 pods (dune 51); at most 50"));
    }

    /** Both quotas hold, so the namespace can never take more than the smaller. */
    @Test
    void of_two_quotas_in_a_namespace_the_smaller_counts() {
        assertThat(Asked.of(new QuotasFitCapacity(Asked.CAPACITY))
                        .about(Asked.quota("dune", "requests.cpu: 300"), Asked.quota("dune", "requests.cpu: 20")))
                .isEmpty();
    }
}
