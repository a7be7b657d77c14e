package policies.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PodsAreRestrictedTest {
    private static final String SAFE =
            "securityContext: {allowPrivilegeEscalation: false, runAsNonRoot: true, capabilities: {drop: [ALL]}}";

    @Test
    void a_restricted_pod_passes() {
        assertThat(Asked.of(new PodsAreRestricted())
                        .about(Asked.deployment(SAFE, "volumes: [{name: a, emptyDir: {}}]")))
                .isEmpty();
    }

    @Test
    void a_nodes_folder_and_namespaces_are_named() {
        assertThat(Asked.of(new PodsAreRestricted())
                        .about(Asked.deployment(
                                SAFE, "hostNetwork: true\nvolumes: [{name: docker, hostPath: {path: /var/run}}]")))
                .containsExactly(
                        "Deployment jupyterhub/hub: mounts a folder of its node, volume docker, /var/run; no hostPath; do"
                                + " without it; where that cannot be, agree on a lease in policies/quotas.yaml",
                        "Deployment jupyterhub/hub: shares its node's hostNetwork, true; false; do without it; where that"
                                + " cannot be, agree on a lease in policies/quotas.yaml");
    }

    @Test
    void privilege_root_and_capabilities_are_named() {
        assertThat(Asked.of(new PodsAreRestricted())
                        .about(Asked.deployment(
                                """
                                        ports: [{hostPort: 80}]
                                        securityContext:
                                          {privileged: true, runAsUser: 0, runAsNonRoot: true, capabilities: {add: [SYS_ADMIN]}}
                                        """,
                                "")))
                .hasSize(5)
                .anyMatch(finding -> finding.contains("container hub is privileged, true; false;"))
                .anyMatch(finding -> finding.contains("may gain privilege, allowPrivilegeEscalation absent"))
                .anyMatch(finding -> finding.contains("runs as root, runAsUser 0"))
                .anyMatch(finding -> finding.contains("adds capabilities, SYS_ADMIN"))
                .anyMatch(finding -> finding.contains("takes a port of its node, 80"));
    }

    @Test
    void silence_about_root_is_root_until_the_image_says_otherwise() {
        assertThat(Asked.of(new PodsAreRestricted())
                        .about(Asked.deployment("securityContext: {allowPrivilegeEscalation: false}", "")))
                .singleElement()
                .asString()
                .contains("may run as root, runAsNonRoot absent");
    }
}
