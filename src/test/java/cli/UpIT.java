package cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** An environment that is up, and what may happen to it behind the tool's back. */
@ExtendWith(BrokenAndMended.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UpIT {
    private ScratchProject project;

    @BeforeAll
    void begin(ScratchProject shared) {
        project = shared;
        // Whatever others broke in it.
        var up = project.facility("up", "dev", "--yes");
        assertThat(up.exit()).as(up.output()).isZero();
    }

    @Test
    void a_second_up_has_no_changes_and_ends_with_what_a_person_needs_next() {
        var again = project.facility("up", "dev", "--yes");
        assertThat(again.exit()).as(again.output()).isZero();
        assertThat(again.output())
                .contains("no changes")
                .containsPattern("dev is up on twin/dev, after .*: [0-9]+ objects of [0-9]+ kinds")
                .contains("https://analytics-hub-dev.example.org")
                .contains("kubectl --kubeconfig " + project.root().resolve(".facility/dev/twin/kubeconfig"));
    }

    @Test
    void a_namespace_deleted_behind_the_state_is_found_and_repaired() {
        kubectl("delete namespace jupyterhub");

        var repaired = project.facility("up", "dev", "--yes");

        assertThat(repaired.exit()).as(repaired.output()).isZero();
        assertThat(repaired.output())
                .contains("+ Namespace jupyterhub")
                .contains("~ PersistentVolume nfs-uscms-data: its claim jupyterhub/nfs-uscms-data is gone")
                .doesNotContain("no changes");
        assertThat(kubectl("get pv nfs-uscms-data -o jsonpath={.status.phase}").output())
                .isEqualTo("Bound");
        assertThat(kubectl("get namespace jupyterhub -o name").output()).contains("namespace/jupyterhub");
    }

    @Test
    void plain_pulumi_with_the_one_sourced_line_sees_what_facility_sees() {
        var plain = project.sourced("dev", "pulumi preview --expect-no-changes --non-interactive");
        assertThat(plain.exit()).as(plain.output()).isZero();
    }

    @Test
    void the_engine_keeps_no_log_of_what_is_declared() {
        assertThat(project.root().resolve(".facility/pulumi-home/logs")).isRegularFile();
    }

    @Test
    void no_tracked_file_is_touched() throws IOException {
        assertThat(Files.readString(project.root().resolve("Pulumi.dev.yaml")))
                .isEqualTo(ProtectionIT.declaring(Files.readString(Path.of("Pulumi.dev.yaml"))))
                .doesNotContain("encryptionsalt");
        assertThat(Files.readString(project.root().resolve("Pulumi.prod.yaml")))
                .isEqualTo(Files.readString(Path.of("Pulumi.prod.yaml")));
    }

    @Test
    void the_hub_runs_and_its_route_is_admitted() {
        assertThat(kubectl("get pods -n jupyterhub -o jsonpath='{.items[*].status.phase}'")
                        .output())
                .contains("Running Running");
        assertThat(kubectl(
                                "get route hub -n jupyterhub"
                                        + " -o jsonpath='{.status.ingress[0].conditions[0].type}={.status.ingress[0].conditions[0].status}'")
                        .output())
                .contains("Admitted=True");
        assertThat(kubectl("get resourcequota quota -n jupyterhub -o jsonpath='{.status.used.pods}'")
                        .output())
                // Hub, proxy and the data door; a scheduled job may run just now.
                .containsPattern("[345]");
        assertThat(kubectl("get node gpu-10gb-0 -o jsonpath='{.status.allocatable.nvidia\\.com/mig-1g\\.10gb}'")
                        .output())
                .contains("7");
    }

    private ScratchProject.Ended kubectl(String words) {
        return project.sourced("dev", "kubectl --kubeconfig \"$FACILITY_KUBECONFIG\" " + words);
    }
}
