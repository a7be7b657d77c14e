package policies.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExperimentQuotasHoldTest {
    private final Asked rule = Asked.of(new ExperimentQuotasHold(Asked.CAPACITY));

    @Test
    void a_total_that_holds_its_namespaces_and_fits_is_kept() {
        assertThat(rule.about(
                        namespace("a", "dune"),
                        namespace("b", "dune"),
                        Asked.quota("a", "requests.cpu: 8, requests.memory: 50Gi"),
                        Asked.quota("b", "requests.cpu: 8, requests.memory: 50Gi"),
                        total(
                                "dune",
                                "requests.cpu: 8, requests.memory: 60Gi, pods: 100, persistentvolumeclaims: 9000")))
                .isEmpty();
    }

    @Test
    void totals_beyond_what_there_is_are_found_with_who_has_how_much() {
        assertThat(rule.about(total("dune", "requests.cpu: 15"), total("cms", "requests.cpu: 6")))
                .containsExactly("experiments' totals of requests.cpu: promise more than there is, 21 (cms 6, dune 15);"
                        + " at most 20; correct the total in facility:experiments, or the quota in"
                        + " facility:namespaces");
        assertThat(rule.about(total("dune", "requests.memory: 101Gi, pods: 101")))
                .hasSize(2);
        assertThat(
                        rule.about(
                                total(
                                        "dune",
                                        "services.storageclass.storage.k8s.io/requests.storage: 2Ti, requests.nvidia.com/mig-1g.10gb: 8")))
                .hasSize(2);
    }

    @Test
    void the_over_commit_is_a_setting() {
        assertThat(Asked.of(new ExperimentQuotasHold(Asked.CAPACITY))
                        .with("cpuPercent", 100)
                        .about(total("dune", "requests.cpu: 15")))
                .singleElement()
                .asString()
                .contains("at most 10");
    }

    @Test
    void a_namespace_cannot_be_promised_more_than_its_experiment_has() {
        assertThat(rule.about(
                        namespace("a", "dune"),
                        Asked.quota("a", "requests.memory: 80Gi"),
                        total("dune", "requests.memory: 60Gi")))
                .containsExactly("Namespace a: may ask for more requests.memory than its experiment, 80Gi;"
                        + " experiment dune has 60Gi in all; correct the total in facility:experiments, or the quota in"
                        + " facility:namespaces");
    }

    @Test
    void an_experiment_has_a_total_and_the_facility_needs_none() {
        assertThat(rule.about(namespace("a", "dune"), namespace("hub", "facility")))
                .singleElement()
                .asString()
                .startsWith("Namespace a: belongs to an experiment without a total, dune; one ClusterResourceQuota");
    }

    private static String namespace(String name, String experiment) {
        return "kind: Namespace\nmetadata: {name: " + name + ", labels: {facility/experiment: " + experiment + "}}\n";
    }

    /** Named like the experiment, and holding some of it. */
    @Test
    void a_total_that_selects_less_than_the_experiment_is_none() {
        String whole = total("dune", "requests.cpu: 8");
        for (String narrow : new String[] {
            whole.replace("facility/experiment: dune", "facility/experiment: other"),
            whole.replace("{facility/experiment: dune}", "{facility/experiment: dune, tier: a}"),
            whole.replace(
                    "{labels: {matchLabels: {facility/experiment: dune}}",
                    "{labels: {matchLabels: {facility/experiment: dune}, matchExpressions: [{key: a, operator: Exists}]}"),
            whole.replace("{labels:", "{annotations: {tier: a}, labels:"),
            whole.replace("quota: {hard", "quota: {scopes: [Terminating], hard")
        }) {
            assertThat(narrow).isNotEqualTo(whole);
            assertThat(rule.about(namespace("a", "dune"), narrow))
                    .as(narrow)
                    .singleElement()
                    .asString()
                    .startsWith("Namespace a: belongs to an experiment without a total, dune;");
        }
    }

    @Test
    void a_total_counts_what_its_namespaces_are_promised() {
        assertThat(rule.about(
                        namespace("a", "dune"),
                        Asked.quota("a", "requests.cpu: 8, requests.memory: 1Gi, pods: 5"),
                        total("dune", "pods: 10")))
                .hasSize(2)
                .first()
                .asString()
                .startsWith(
                        "Namespace a: belongs to an experiment whose total leaves out requests.cpu, dune; a total of"
                                + " requests.cpu, requests.memory, pods;");
    }

    private static String total(String experiment, String hard) {
        return "apiVersion: quota.openshift.io/v1\nkind: ClusterResourceQuota\nmetadata: {name: " + experiment
                + "}\nspec: {selector: {labels: {matchLabels: {facility/experiment: " + experiment
                + "}}}, quota: {hard: {" + hard + "}}}\n";
    }
}
