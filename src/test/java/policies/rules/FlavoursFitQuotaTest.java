package policies.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FlavoursFitQuotaTest {
    private static final String QUOTA = Asked.quota("jupyterhub", "limits.cpu: 8, limits.memory: 16Gi");

    @Test
    void a_flavour_as_large_as_the_quota_passes() {
        assertThat(Asked.of(new FlavoursFitQuota()).about(QUOTA, flavour("8", "16G")))
                .isEmpty();
    }

    @Test
    void a_larger_one_is_named() {
        assertThat(Asked.of(new FlavoursFitQuota()).about(QUOTA, flavour("9", "17G")))
                .containsExactly(
                        "ConfigMap jupyterhub/hub: flavour dune is larger than the namespace's quota of limits.cpu, 9; the"
                                + " quota of jupyterhub is 8; lower the flavour's limits in facility:catalogue, or raise"
                                + " the namespace's quota",
                        "ConfigMap jupyterhub/hub: flavour dune is larger than the namespace's quota of limits.memory,"
                                + " 17Gi; the quota of jupyterhub is 16Gi; lower the flavour's limits in"
                                + " facility:catalogue, or raise the namespace's quota");
    }

    @Test
    void another_namespaces_quota_does_not_count() {
        assertThat(Asked.of(new FlavoursFitQuota()).about(Asked.quota("dask", "limits.cpu: 1"), flavour("9", "17G")))
                .isEmpty();
    }

    @Test
    void the_server_of_whoever_chooses_nothing_is_a_flavour() {
        assertThat(Asked.of(new FlavoursFitQuota())
                        .about(QUOTA, Asked.hub("hub: {x: y}\nsingleuser: {cpu: {limit: 9}, memory: {limit: 17G}}")))
                .hasSize(2)
                .allMatch(finding -> finding.contains("flavour by default is larger than the namespace's quota of"));
    }

    private static String flavour(String cpu, String memory) {
        return Asked.hub(
                """
                hub: {x: y}
                singleuser:
                  profileList:
                    - slug: dune
                      kubespawner_override: {cpu_limit: %s, mem_limit: %s}
                """
                        .formatted(cpu, memory));
    }
}
