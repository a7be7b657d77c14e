package policies.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GpuRequestsFitLayoutTest {
    @Test
    void promises_within_the_layout_pass() {
        assertThat(Asked.of(new GpuRequestsFitLayout(Asked.CAPACITY))
                        .about(
                                Asked.quota("dune", "requests.nvidia.com/mig-1g.10gb: 7"),
                                Asked.deployment("resources: {limits: {nvidia.com/mig-1g.10gb: 1}}", "")))
                .isEmpty();
    }

    @Test
    void one_slice_more_is_named() {
        assertThat(Asked.of(new GpuRequestsFitLayout(Asked.CAPACITY))
                        .about(
                                Asked.quota("dune", "requests.nvidia.com/mig-1g.10gb: 5"),
                                Asked.quota("lpc", "requests.nvidia.com/mig-1g.10gb: 3")))
                .containsExactly(
                        "quotas of requests.nvidia.com/mig-1g.10gb: promise more than there is, 8 (dune 5, lpc 3);"
                                + " the layouts give 7; correct the profile or the number, or the layout in facility:gpu");
    }

    @Test
    void a_profile_that_no_card_is_cut_into_is_named() {
        assertThat(Asked.of(new GpuRequestsFitLayout(Asked.CAPACITY))
                        .about(Asked.deployment("resources: {limits: {nvidia.com/mig-3g.40gb: 1}}", "")))
                .singleElement()
                .asString()
                .startsWith("Deployment jupyterhub/hub: asks for a GPU that no layout gives, at container hub"
                        + " nvidia.com/mig-3g.40gb, 1; the layouts give 0 nvidia.com/mig-3g.40gb;");
    }

    @Test
    void a_flavours_request_is_judged_too() {
        assertThat(
                        Asked.of(new GpuRequestsFitLayout(Asked.CAPACITY))
                                .about(
                                        Asked.hub(
                                                """
                                        hub: {x: y}
                                        singleuser:
                                          profileList:
                                            - slug: dune
                                              profile_options:
                                                environment:
                                                  choices:
                                                    gpu: {kubespawner_override: {extra_resource_limits: {nvidia.com/mig-2g.20gb: "1"}}}
                                        """)))
                .singleElement()
                .asString()
                .contains("at flavour dune/gpu nvidia.com/mig-2g.20gb, 1; the layouts give 0");
    }

    @Test
    void slices_that_a_quota_leaves_out_have_no_limit() {
        String space = "kind: Namespace\nmetadata: {name: space}\n";
        assertThat(Asked.of(new GpuRequestsFitLayout(Asked.CAPACITY)).about(space, Asked.quota("space", "pods: 5")))
                .containsExactly(
                        "Namespace space: has no limit of nvidia.com/mig-1g.10gb; a quota that names it, if only"
                                + " with 0; correct the profile or the number, or the layout in facility:gpu");
        assertThat(Asked.of(new GpuRequestsFitLayout(Asked.CAPACITY))
                        .about(space, Asked.quota("space", "requests.nvidia.com/mig-1g.10gb: 0")))
                .isEmpty();
    }

    @Test
    void devices_claimed_past_the_quotas_are_named() {
        var rule = Asked.of(new GpuRequestsFitLayout(Asked.CAPACITY));
        assertThat(rule.about("kind: Pod\nmetadata: {name: mine, namespace: dune}\nspec: {containers: [],"
                        + " resourceClaims: [{name: gpu, resourceClaimName: all}]}\n"))
                .containsExactly(
                        "Pod dune/mine: claims devices that no quota counts, at spec.resourceClaims; slices and"
                                + " GPUs by nvidia.com/* in the resources' limits; ask for the slice by its name");
        assertThat(rule.about("kind: ResourceClaimTemplate\nmetadata: {name: gpu, namespace: dune}\n"))
                .hasSize(1);
        assertThat(
                        rule.about(
                                Asked.hub(
                                        """
                                hub: {x: y}
                                singleuser:
                                  profileList:
                                    - slug: dune
                                      kubespawner_override: {extra_pod_config: {resourceClaims: [{name: gpu}]}}
                                """)))
                .singleElement()
                .asString()
                .contains("extra_pod_config.resourceClaims");
    }
}
