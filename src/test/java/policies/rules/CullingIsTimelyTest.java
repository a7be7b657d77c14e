package policies.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CullingIsTimelyTest {
    @Test
    void eight_hours_pass() {
        assertThat(Asked.of(new CullingIsTimely()).about(hub("{enabled: true, timeout: 28800}", "28800")))
                .isEmpty();
    }

    @Test
    void one_second_more_is_named() {
        assertThat(Asked.of(new CullingIsTimely()).about(hub("{enabled: true, timeout: 28801}", "28801")))
                .hasSize(2)
                .contains("ConfigMap jupyterhub/hub: stops idle servers late, after 28801 s; after at most 8 h; lower"
                        + " hub.cullAfter and hub.cullGpuAfter in facility:hub")
                .anyMatch(finding -> finding.contains("stops idle servers with a GPU slice late, after 28801 s"));
    }

    @Test
    void a_culler_that_is_off_or_has_no_time_is_named() {
        assertThat(Asked.of(new CullingIsTimely()).about(hub("{enabled: false, timeout: 1}", "1")))
                .singleElement()
                .asString()
                .contains("stops no idle server, cull.enabled false");
        assertThat(Asked.of(new CullingIsTimely()).about(hub("{enabled: true}", "1")))
                .singleElement()
                .asString()
                .contains("stops idle servers late, never");
    }

    private static String hub(String cull, String gpu) {
        return Asked.hub(
                "hub: {x: y}\nsingleuser: {x: y}\ncull: " + cull + "\ncustom: {cullGpu: {timeout: " + gpu + "}}");
    }
}
