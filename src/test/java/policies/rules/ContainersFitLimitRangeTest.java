package policies.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContainersFitLimitRangeTest {
    private static final String CEILING =
            """
            kind: LimitRange
            metadata: {name: defaults, namespace: jupyterhub}
            spec: {limits: [{type: Container, max: {cpu: "16", memory: 64Gi}}]}
            """;

    private static final String MEND =
            "lower its limits, or raise the size in facility:catalogue that the ceiling comes from";

    @Test
    void a_flavour_and_a_container_as_large_as_the_ceiling_pass() {
        assertThat(Asked.of(new ContainersFitLimitRange())
                        .about(CEILING, flavour("16", "64G"), container("16", "64Gi")))
                .isEmpty();
    }

    @Test
    void larger_ones_are_named() {
        assertThat(Asked.of(new ContainersFitLimitRange())
                        .about(CEILING, flavour("17", "65G"), container("16", "65Gi")))
                .containsExactlyInAnyOrder(
                        "ConfigMap jupyterhub/hub: flavour dune is above the ceiling of cpu, 17; the LimitRange lets 16; "
                                + MEND,
                        "ConfigMap jupyterhub/hub: flavour dune is above the ceiling of memory, 65Gi; the LimitRange"
                                + " lets 64Gi; " + MEND,
                        "Deployment jupyterhub/hub: container hub is above the ceiling of memory, 65Gi; the LimitRange"
                                + " lets 64Gi; " + MEND);
    }

    @Test
    void servers_without_a_ceiling_are_named() {
        assertThat(Asked.of(new ContainersFitLimitRange())
                        .about(CEILING.replace("max:", "default:"), flavour("1", "1G")))
                .containsExactly(
                        "ConfigMap jupyterhub/hub: lets users start servers where no container has a ceiling; a"
                                + " LimitRange of type Container with max of cpu and memory in jupyterhub; " + MEND);
    }

    private static String container(String cpu, String memory) {
        return Asked.deployment("resources: {limits: {cpu: \"%s\", memory: %s}}".formatted(cpu, memory), "");
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
