package policies.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CephFitsTest {
    private static final String OF = ".storageclass.storage.k8s.io/requests.storage: ";

    @Test
    void promises_within_each_class_pass() {
        assertThat(Asked.of(new CephFits(Asked.CAPACITY))
                        .about(Asked.quota("dune", "homes" + OF + "6Ti"), Asked.quota("lpc", "homes" + OF + "4Ti")))
                .isEmpty();
    }

    @Test
    void a_class_that_is_promised_twice_is_named() {
        assertThat(Asked.of(new CephFits(Asked.CAPACITY)).about(Asked.quota("dune", "services" + OF + "1025Gi")))
                .containsExactly(
                        "quotas of storage class services: promise more than there is, 1025Gi; its capacity is"
                                + " 1Ti; lower quota.storage in facility:namespaces, or a class's capacity in facility:storage");
    }

    @Test
    void a_class_that_nobody_declares_has_no_capacity() {
        assertThat(Asked.of(new CephFits(Asked.CAPACITY)).about(Asked.quota("dune", "scratch" + OF + "1Gi")))
                .singleElement()
                .asString()
                .contains("storage class scratch", "its capacity is 0");
    }

    @Test
    void all_classes_together_are_within_what_ceph_has() {
        assertThat(Asked.of(new CephFits(Asked.CAPACITY))
                        .with("total", "10Ti")
                        .about(Asked.quota("dune", "homes" + OF + "1Ti")))
                .containsExactly(
                        "capacities of all storage classes: promise more than there is, 11Ti; Ceph has 10Ti; lower"
                                + " quota.storage in facility:namespaces, or a class's capacity in facility:storage");
        assertThat(Asked.of(new CephFits(Asked.CAPACITY))
                        .with("total", "1Ti")
                        .about(Asked.quota("dune", "homes" + OF + "2Ti")))
                .anyMatch(finding ->
                        finding.startsWith("quotas of all storage classes: promise more than there is, 2Ti"));
    }

    @Test
    void a_class_that_a_quota_leaves_out_has_no_limit() {
        String space = "kind: Namespace\nmetadata: {name: space}\n";
        assertThat(Asked.of(new CephFits(Asked.CAPACITY)).about(space, Asked.quota("space", "homes" + OF + "1Ti")))
                .containsExactly(
                        "Namespace space: has no limit of storage class services; a quota that names it, if only"
                                + " with 0; lower quota.storage in facility:namespaces, or a class's capacity in"
                                + " facility:storage");
        assertThat(Asked.of(new CephFits(Asked.CAPACITY))
                        .about(space, Asked.quota("space", "homes" + OF + "1Ti, services" + OF + "0")))
                .isEmpty();
        assertThat(Asked.of(new CephFits(Asked.CAPACITY))
                        .about(space, Asked.quota("space", "persistentvolumeclaims: 0")))
                .isEmpty();
    }

    @Test
    void a_second_quota_by_scope_hides_nothing_of_the_first() {
        String narrow = Asked.quota("dune", "homes" + OF + "1Gi").replace("spec: {", "spec: {scopes: [Terminating], ");
        assertThat(Asked.of(new CephFits(Asked.CAPACITY)).about(Asked.quota("dune", "homes" + OF + "11Ti"), narrow))
                .singleElement()
                .asString()
                .startsWith("quotas of storage class homes: promise more than there is, 11Ti");
    }
}
