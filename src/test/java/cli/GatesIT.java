package cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import toolchain.Cache;
import toolchain.Program;
import toolchain.Progress;
import toolchain.Toolchain;

/**
 * Prod comes up whole behind its gates, and once more without a change. Then a card that cannot hold its layout, for which the engine does not wait, meets a change
 * of the GPUs and of the hub: the run stops at the gate of the GPUs, and the next one completes it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class GatesIT {
    private final String kubectl = new Toolchain(Path.of("").toAbsolutePath(), Cache.ofUser(), new Progress(System.err))
            .resolve(Program.KUBECTL)
            .path()
            .toString();
    private ScratchProject project;

    @BeforeAll
    void begin() throws IOException {
        project = ScratchProject.create("gates");
        Path file = project.root().resolve("Pulumi.prod.yaml");
        String declared = Files.readString(file);
        Files.writeString(file, declared.replace("    gates: true\n", "    gates: true\n    patience: 1m\n"));
        assertThat(Files.readString(file)).isNotEqualTo(declared);
    }

    @AfterAll
    void end() {
        project.close();
    }

    @Test
    @Order(1)
    void each_stack_waits_for_the_gate_of_the_one_before_it() {
        var up = project.facility("up", "prod", "--yes");

        assertThat(up.exit()).as(up.output()).isZero();
        assertThat(up.output())
                .containsPattern("prod is up on twin/prod, after .*: " + amount())
                .containsSubsequence(
                        // The preview, in which no gate waits.
                        "+ Health jupyterhub",
                        "+ Lifted lifted",
                        "  create Announcement announcement",
                        "  create Namespace jupyterhub",
                        "  create Health namespaces",
                        "  create Health storage",
                        "  create NodePatch gpu-10gb-0",
                        "  create Health gpu",
                        "  create Deployment jupyterhub/hub",
                        "  create Health jupyterhub",
                        "  create Health ferry",
                        "  create Deployment dask-gateway/api-dask-gateway",
                        "  create Health daskGateway",
                        "  create Health monitoring",
                        "  create Lifted lifted");
        assertThat(up.output().indexOf("create Deployment dask-gateway/"))
                .isGreaterThan(up.output().indexOf("create Health ferry"));
        assertThat(seen("get consolenotifications -o name")).isEmpty();
        var health = project.facility("health", "prod");
        assertThat(health.exit()).as(health.output()).isZero();
        var again = project.facility("up", "prod", "--yes");
        assertThat(again.exit()).as(again.output()).isZero();
        assertThat(again.output())
                .contains("no changes")
                .containsPattern("prod is up on twin/prod, after .*: " + amount())
                .doesNotContainPattern(Pattern.compile("^  (create|update|replace|delete) ", Pattern.MULTILINE));
    }

    /** As the golden file has them, which people read in a review. */
    private static String amount() {
        try {
            List<String> types = Files.readAllLines(Path.of("src/test/resources/golden/prod/resources.txt")).stream()
                    .map(line -> line.split(" ", -1)[1].replaceAll("Patch$", ""))
                    .toList();
            return types.size() + " objects of " + types.stream().distinct().count() + " kinds";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @Order(2)
    void a_stack_that_is_not_healthy_stops_the_run_at_its_gate() throws IOException {
        card("NVIDIA-A30");
        Path file = project.root().resolve("Pulumi.prod.yaml");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace(
                                "  facility:hub:\n",
                                """
                                  facility:gpu:
                                    layouts:
                                      all-1g.6gb: {card: A30-24GB, slices: {1g.6gb: 4}}
                                  facility:hub:
                                    cullAfter: 7h
                                """));

        var up = project.facility("up", "prod", "--yes");

        assertThat(up.exit()).as(up.output()).isEqualTo(1);
        assertThat(up.output())
                .contains("  waiting for stack gpu, at most 60s: Node gpu-10gb-0 ")
                .contains("stack gpu is not healthy after 60s: Node gpu-10gb-0 layout all-1g.10gb is failed")
                .contains("lifted: the announcement in the console")
                .contains("lifted: CheckMK's downtime of ")
                .containsSubsequence(
                        "  update Announcement announcement",
                        "  update ConfigMap nvidia-gpu-operator/facility-mig-parted",
                        "  failed: update Health gpu")
                .doesNotContain("  update Secret jupyterhub/", "  update Deployment jupyterhub/hub", "update Lifted");
        assertThat(seen("get consolenotifications -o name")).isEmpty();
        assertThat(seen("get namespace jupyterhub -o yaml")).contains("facility.gate/unfinished: ");
        assertThat(project.facility("health", "prod").output())
                .contains("red: gpu: Node gpu-10gb-0: layout all-1g.10gb is failed");
    }

    @Test
    @Order(3)
    void the_next_run_announces_itself_again_completes_the_rest_and_lifts() {
        card("NVIDIA-A100-SXM4-80GB");

        var up = project.facility("up", "prod", "--yes");

        assertThat(up.exit()).as(up.output()).isZero();
        assertThat(up.output())
                .containsSubsequence(
                        "  update Announcement announcement",
                        "  update Health gpu",
                        "  update Health jupyterhub",
                        "  update Lifted lifted");
        assertThat(seen("get consolenotifications -o name")).isEmpty();
        assertThat(seen("get namespace jupyterhub -o yaml")).doesNotContain("facility.gate/unfinished");
    }

    /** A gate depends on all stacks before it: nothing that is kept may depend on one, or all of them would be. */
    @Test
    @Order(4)
    void down_keeps_what_is_protected_and_no_more_than_without_gates() {
        var down = project.facility("down", "prod", "--yes");
        assertThat(down.exit()).as(down.output()).isZero();
        assertThat(seen("get deployments,quota --all-namespaces -o name")).isEmpty();
        assertThat(down.output())
                .contains("kept, for it is protected: Namespace jupyterhub")
                .contains("kept, for it is protected: PersistentVolumeClaim jupyterhub/hub-db-dir");
        assertThat(seen("get nodes -l nvidia.com/gpu.present=true"
                        + " -o jsonpath='{.items[*].metadata.labels.nvidia\\.com/mig\\.config}'"))
                .contains("all-disabled")
                .doesNotContain("all-1g");
    }

    private void card(String product) {
        kubectl("label node gpu-10gb-0 --overwrite nvidia.com/gpu.product=" + product);
    }

    private String seen(String words) {
        return project.shell(kubectl + " --kubeconfig .facility/prod/twin/kubeconfig " + words + " 2>/dev/null")
                .output();
    }

    private void kubectl(String words) {
        var ended = project.shell(kubectl + " --kubeconfig .facility/prod/twin/kubeconfig " + words);
        assertThat(ended.exit()).as(ended.output()).isZero();
    }
}
