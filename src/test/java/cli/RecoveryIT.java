package cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What goes wrong at three in the morning: each time repaired or refused in one clear sentence, never "no changes". */
@ExtendWith(BrokenAndMended.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecoveryIT {
    private static final String STOP_API_SERVER =
            "pid=$(cut -d' ' -f1 \"$(dirname \"$FACILITY_KUBECONFIG\")/processes/kube-apiserver\");"
                    + " kill -9 $pid; while kill -0 $pid 2>/dev/null; do :; done; ";

    /** One more of the namespaces, which the file's last lines are. */
    private static final String CUT_OFF =
            """
                cut-off: {displayName: Cut off, owner: infrastructure-team, experiment: facility, podSecurity: restricted, quota: {cpu: 1, memory: 1Gi, pods: 2, persistentVolumeClaims: 0}, limits: {cpu: 100m, memory: 64Mi, cpuRequest: 10m, memoryRequest: 64Mi}}
            """;

    private ScratchProject project;

    @BeforeAll
    void begin(ScratchProject shared) {
        project = shared;
    }

    @Test
    void a_stopped_api_server_is_started_again_by_up() {
        assertThat(project.sourced("dev", STOP_API_SERVER).exit()).isZero();
        var up = project.facility("up", "dev", "--yes");
        assertThat(up.exit()).as(up.output()).isZero();
        assertThat(up.output()).contains("dev is up on twin/dev");
    }

    /** Its refresh asks the cluster before the program is started, and keeps what it cannot see. */
    @Test
    void a_stopped_api_server_fails_plain_pulumi_and_loses_nothing_of_the_state() {
        var plain = project.sourced("dev", STOP_API_SERVER + "pulumi up --yes --skip-preview --non-interactive");
        assertThat(plain.exit()).isNotZero();
        assertThat(plain.output()).contains("unreachable cluster").doesNotContain("Exception");
        var up = project.facility("up", "dev", "--yes");
        assertThat(up.output()).contains("no changes");
    }

    @Test
    void a_state_never_meets_another_cluster() {
        var other = project.facility("twin", "start", "prod");
        assertThat(other.exit()).as(other.output()).isZero();
        var plain = project.sourced(
                "dev",
                "FACILITY_KUBECONFIG=\"$(dirname \"$FACILITY_KUBECONFIG\")/../../prod/twin/kubeconfig\""
                        + " pulumi up --yes --skip-preview --non-interactive");
        assertThat(plain.exit()).isNotZero();
        assertThat(plain.output())
                .contains("refused: the state belongs to cluster twin/dev/")
                .contains("leads to twin/dev/");
    }

    @Test
    void a_state_that_is_locked_is_refused_with_who_holds_it() throws IOException {
        project.sourced("dev", "kubectl --kubeconfig \"$FACILITY_KUBECONFIG\" delete deployment proxy -n jupyterhub");
        Path locks = project.root().resolve(".facility/dev/twin/state/.pulumi/locks/organization/facility/dev");
        Files.createDirectories(locks);
        Path lock = Files.writeString(
                locks.resolve("11111111-2222-3333-4444-555555555555.json"),
                "{\"pid\":4242,\"username\":\"ada\",\"hostname\":\"elsewhere\",\"timestamp\":\"2026-11-24T10:00:00Z\"}");
        var refused = project.facility("up", "dev", "--yes");
        Files.delete(lock);
        assertThat(refused.exit()).as(refused.output()).isEqualTo(4);
        assertThat(refused.output())
                .contains("another run holds this environment's state")
                .contains("ada@elsewhere")
                .contains("nothing was changed");
    }

    @Test
    void a_card_that_cannot_hold_its_layout_fails_the_run() {
        String label = "kubectl --kubeconfig \"$FACILITY_KUBECONFIG\" label node gpu-10gb-0 --overwrite"
                + " nvidia.com/gpu.product=";
        project.sourced("dev", label + "NVIDIA-A30");
        var up = project.facility("up", "dev", "--yes");
        project.sourced("dev", label + "NVIDIA-A100-SXM4-80GB");
        assertThat(up.exit()).as(up.output()).isEqualTo(1);
        assertThat(up.output()).contains("node gpu-10gb-0: layout all-1g.10gb is failed");
    }

    /** The engine ends what it has begun, says so, and the next run completes it. */
    @Test
    void a_deleted_data_folder_is_a_new_beginning_and_a_run_that_is_interrupted_is_completed_by_the_next()
            throws Exception {
        var pids = pids();
        delete(project.root().resolve(".facility/dev"));
        var interrupted = project.shell(
                """
                setsid toolchain/run-java -Dfacility.root=%s cli.Main up dev --yes > interrupted.log 2>&1 &
                run=$!
                tail --pid=$run -n +1 -F interrupted.log 2>/dev/null | grep -m1 -q '  create LimitRange'
                kill -INT -- -$run 2>/dev/null
                while kill -0 $run 2>/dev/null; do :; done
                cat interrupted.log
                """
                        .formatted(project.root()));
        assertThat(interrupted.output())
                .contains("+ Namespace jupyterhub")
                .doesNotContain("no changes", "dev is up on twin/dev");
        for (long pid : pids) {
            var gone = ProcessHandle.of(pid).map(ProcessHandle::onExit);
            if (gone.isPresent()) {
                gone.get().get(20, TimeUnit.SECONDS);
            }
        }

        var completed = project.facility("up", "dev", "--yes");
        assertThat(completed.exit()).as(completed.output()).isZero();
        var again = project.facility("up", "dev", "--yes");
        assertThat(again.output()).contains("no changes");
    }

    /** Killed, the engine writes no state: what it had made is found on the cluster, and taken over or named. */
    @Test
    void a_run_that_is_killed_leaves_nothing_that_nobody_finds() throws IOException {
        Path file = project.root().resolve("Pulumi.dev.yaml");
        String declared = Files.readString(file);
        Files.writeString(file, declared + CUT_OFF);
        var killed = project.shell(
                """
                : > killed.log
                setsid toolchain/run-java -Dfacility.root=%s cli.Main up dev --yes >> killed.log 2>&1 &
                run=$!
                tail --pid=$run -n +1 -F killed.log 2>/dev/null | grep -m1 -q '  create LimitRange cut-off'
                # Plug-ins are groups of their own in the same session, and outlive an engine that is killed.
                pkill -KILL -s $run
                while kill -0 $run 2>/dev/null; do :; done
                cat killed.log
                """
                        .formatted(project.root()));
        Files.writeString(file, declared);
        assertThat(killed.output()).contains("create Namespace cut-off").doesNotContain("dev is up");
        var locks = project.facility("locks", "dev");
        var lock = java.util.regex.Pattern.compile("--take-over (\\S+)").matcher(locks.output());
        assertThat(lock.find()).as(locks.output()).isTrue();
        var taken = project.facility("locks", "dev", "--take-over", lock.group(1), "--reason", "killed", "--yes");
        assertThat(taken.exit()).as(taken.output()).isZero();

        var up = project.facility("up", "dev", "--yes");
        assertThat(up.exit()).as(up.output()).isZero();
        assertThat(up.output())
                .contains("objects that nothing declares and no state knows")
                .contains("./facility leftovers dev");
        var removed = project.facility("leftovers", "dev", "--remove", "--yes");
        assertThat(removed.exit()).as(removed.output()).isZero();
        assertThat(removed.output())
                .contains("holds data, kept:                    Namespace cut-off")
                .contains("  delete LimitRange cut-off/defaults")
                .doesNotContain("delete Namespace");
        project.sourced("dev", "kubectl --kubeconfig \"$FACILITY_KUBECONFIG\" delete namespace cut-off");
        var none = project.facility("leftovers", "dev");
        assertThat(none.output()).contains("nothing is left over on twin/dev");
        assertThat(project.root().resolve(".facility/dev/twin/cut-off")).doesNotExist();
    }

    @Test
    void no_run_leaves_a_kubeconfig_that_others_could_read() throws IOException {
        try (Stream<Path> files = Files.walk(project.root().resolve(".facility"))) {
            assertThat(files.filter(file -> file.getFileName().toString().contains("kubeconfig"))
                            .filter(Files::isRegularFile)
                            .toList())
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
        try (Stream<Path> runs = Files.list(project.root().resolve(".facility/dev/twin"))) {
            assertThat(runs.map(run -> run.getFileName().toString())).noneMatch(name -> name.startsWith("run-"));
        }
    }

    private java.util.List<Long> pids() throws IOException {
        try (Stream<Path> records = Files.list(project.root().resolve(".facility/dev/twin/processes"))) {
            var pids = new java.util.ArrayList<Long>();
            for (Path record : records.toList()) {
                pids.add(Long.parseLong(Files.readString(record).split(" ", -1)[0]));
            }
            return pids;
        }
    }

    private static void delete(Path folder) throws IOException {
        // Its processes still write: what appears while it is walked is taken by the next walk.
        while (Files.exists(folder)) {
            try (Stream<Path> inside = Files.walk(folder)) {
                for (Path path :
                        inside.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            } catch (java.nio.file.DirectoryNotEmptyException | java.io.UncheckedIOException stillWritten) {
                // Again.
            }
        }
    }
}
