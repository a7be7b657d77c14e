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

    @Test
    void every_system_call_is_named_whether_pod_or_container_says_so() {
        String unconfined = "securityContext: {seccompProfile: {type: Unconfined}}";
        assertThat(Asked.of(new PodsAreRestricted()).about(Asked.deployment(SAFE, unconfined)))
                .singleElement()
                .asString()
                .contains("container hub may make every system call, seccompProfile Unconfined; RuntimeDefault or");
    }

    @Test
    void a_volume_that_is_a_folder_of_a_node_is_named() {
        for (String source : new String[] {"hostPath", "local"}) {
            assertThat(Asked.of(new PodsAreRestricted())
                            .about("kind: PersistentVolume\nmetadata: {name: disk}\nspec: {" + source
                                    + ": {path: /etc}}\n"))
                    .containsExactly(
                            "PersistentVolume disk: is a folder of a node, " + source + " /etc; no hostPath; do"
                                    + " without it; where that cannot be, agree on a lease in policies/quotas.yaml");
        }
    }

    /** The hub starts these pods later; no engine sees them. */
    @Test
    void what_a_charts_values_have_started_is_judged_too() {
        assertThat(
                        Asked.of(new PodsAreRestricted())
                                .about(
                                        Asked.hub(
                                                """
                                singleuser:
                                  uid: 0
                                  extraPodConfig: {hostNetwork: yes}
                                  storage: {extraVolumes: [{name: docker, hostPath: {path: /var/run}}]}
                                  profileList: [{kubespawner_override: {privileged: true, allow_privilege_escalation: true}}]
                                """)))
                .hasSize(5)
                .anyMatch(finding -> finding.contains("has a pod run as root, values.yaml.singleuser.uid, 0;"))
                .anyMatch(finding -> finding.contains("values.yaml.singleuser.extraPodConfig.hostNetwork, true;"))
                .anyMatch(finding -> finding.contains("extraVolumes[0].hostPath, /var/run;"))
                .anyMatch(finding -> finding.contains("kubespawner_override.privileged, true;"));
    }

    @Test
    void what_hides_its_objects_from_the_rules_is_named() {
        assertThat(Asked.of(new PodsAreRestricted())
                        .about("apiVersion: helm.sh/v3\nkind: Release\nmetadata: {name: any}\nchart: any\n"))
                .singleElement()
                .asString()
                .contains(
                        "makes objects that no rule sees, kubernetes:helm.sh/v3:Release; objects that are declared one"
                                + " by one");
        assertThat(Asked.of(new PodsAreRestricted())
                        .about("apiVersion: v1\nkind: List\nmetadata: {name: any}\nitems: []\n"))
                .hasSize(1);
        assertThat(Asked.of(new PodsAreRestricted())
                        .about(Asked.deployment(SAFE.replace("false", "true"), "")
                                .replace("kind: Deployment", "kind: DeploymentPatch")))
                .as("a patch is no way round")
                .hasSize(1);
    }
}
