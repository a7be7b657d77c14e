package cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** One environment from nothing, and what may happen to it behind the tool's back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UpIT {
    private ScratchProject project;

    @BeforeAll
    void up() {
        project = ScratchProject.create("up");
        var first = project.facility("up", "dev", "--yes");
        assertThat(first.exit()).as(first.output()).isZero();
        assertThat(first.output()).contains("+ Namespace jupyterhub").contains("dev is up on twin/dev");
    }

    @AfterAll
    void end() {
        project.close();
    }

    @Test
    void a_second_up_has_no_changes() {
        var again = project.facility("up", "dev", "--yes");
        assertThat(again.exit()).as(again.output()).isZero();
        assertThat(again.output()).contains("no changes");
    }

    @Test
    void a_namespace_deleted_behind_the_state_is_found_and_repaired() {
        kubectl("delete namespace jupyterhub");

        var repaired = project.facility("up", "dev", "--yes");

        assertThat(repaired.exit()).as(repaired.output()).isZero();
        assertThat(repaired.output()).contains("+ Namespace jupyterhub").doesNotContain("no changes");
        assertThat(kubectl("get namespace jupyterhub -o name").output()).contains("namespace/jupyterhub");
    }

    @Test
    void plain_pulumi_with_the_one_sourced_line_sees_what_facility_sees() {
        var plain = project.shell("eval \"$(java -Dfacility.root=" + project.root()
                + " -cp target/facility.jar cli.Main env dev)\" && pulumi preview --expect-no-changes --non-interactive");
        assertThat(plain.exit()).as(plain.output()).isZero();
    }

    @Test
    void no_tracked_file_is_touched() throws IOException {
        for (String file : java.util.List.of("Pulumi.dev.yaml", "Pulumi.prod.yaml")) {
            assertThat(Files.readString(project.root().resolve(file))).isEqualTo(Files.readString(Path.of(file)))
                    .doesNotContain("encryptionsalt");
        }
    }

    @Test
    void another_clusters_kubeconfig_is_refused() throws IOException {
        Path identity = project.root().resolve(".facility/dev/twin/identity");
        String own = Files.readString(identity);
        Files.writeString(identity, "twin/dev/11111111-2222-3333-4444-555555555555\n");
        try {
            var refused = project.facility("up", "dev", "--yes");
            assertThat(refused.exit()).isEqualTo(4);
            assertThat(refused.output()).contains("the state belongs to cluster twin/dev/11111111")
                    .doesNotContain("no changes").doesNotContain("Exception");
        } finally {
            Files.writeString(identity, own);
        }
    }

    @Test
    void down_leaves_only_what_is_protected_and_names_it() {
        var down = project.facility("down", "dev", "--yes");
        assertThat(down.exit()).as(down.output()).isZero();
        assertThat(down.output()).contains("kept, for it is protected: Namespace jupyterhub");
        var up = project.facility("up", "dev", "--yes");
        assertThat(up.exit()).as(up.output()).isZero();
    }

    private ScratchProject.Ended kubectl(String words) {
        return project.shell("eval \"$(java -Dfacility.root=" + project.root()
                + " -cp target/facility.jar cli.Main env dev)\" && kubectl --kubeconfig \"$FACILITY_KUBECONFIG\" " + words);
    }
}
