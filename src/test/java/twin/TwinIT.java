package twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cli.ScratchProject;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import toolchain.Cache;
import toolchain.Progress;
import toolchain.Toolchain;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwinIT {
    private static final Setting SETTING = new Setting(
            java.util.List.of(new SimulatedNode(
                    "worker-0", java.util.Map.of(), java.util.Map.of("cpu", "8", "memory", "32Gi", "pods", "50"))),
            new twin.play.Script(
                    "apps.example.org",
                    java.util.Map.of("rbd", new java.math.BigDecimal(1L << 30)),
                    "mig-parted",
                    "sharing"));

    private ScratchProject project;
    private Twin twin;

    @BeforeAll
    void start() {
        project = ScratchProject.create("twin");
        twin = newTwin("dev");
        twin.start(SETTING);
    }

    @AfterAll
    void end() {
        project.close();
    }

    private Twin newTwin(String environment) {
        return new Twin(environment, project.root(), toolchain());
    }

    private Toolchain toolchain() {
        return new Toolchain(project.root(), Cache.ofUser(), new Progress(System.err));
    }

    @Test
    void a_component_killed_by_hand_is_named_by_status_and_restarted_by_start() throws Exception {
        var scheduler = part("kube-scheduler");
        var process = ProcessHandle.of(scheduler.pid()).orElseThrow();
        process.destroyForcibly();
        process.onExit().get(10, TimeUnit.SECONDS);

        assertThat(part("kube-scheduler").state()).isEqualTo(Twin.State.DIED);
        var said = project.facility("twin", "status", "dev");
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.output()).contains("kube-scheduler").contains("died").contains("facility twin start dev");

        twin.start(SETTING);
        assertThat(twin.running()).isTrue();
    }

    @Test
    void keys_and_kubeconfigs_are_readable_by_their_owner_alone() throws IOException {
        try (Stream<Path> files = Files.walk(twin.folder().folder())) {
            var secret = files.filter(file -> file.toString().endsWith(".key")
                            || file.getFileName().toString().endsWith("kubeconfig"))
                    .toList();
            assertThat(secret).hasSizeGreaterThan(8).allSatisfy(file -> assertThat(
                            PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------"));
        }
    }

    @Test
    void nothing_answers_without_a_certificate() {
        var answer = project.shell("curl --silent --cacert "
                + twin.folder().folder().resolve("pki/ca.crt") + " https://127.0.0.1:" + apiserverPort() + "/api");
        assertThat(answer.output()).contains("\"code\": 401");
    }

    /** As two commands do that find it down: started once, and both go on. */
    private void startTwiceAtOnce() {
        var commands = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> project.facility("twin", "start", "prod")))
                .limit(2)
                .toList();
        assertThat(commands.stream().map(CompletableFuture::join))
                .allSatisfy(ended -> assertThat(ended.exit()).as(ended.output()).isZero());
        String store = "--data-dir=" + newTwin("prod").folder().folder();
        assertThat(ProcessHandle.allProcesses()
                        .filter(process ->
                                process.info().commandLine().orElse("").contains(store)))
                .hasSize(1);
    }

    @Test
    void two_twins_run_side_by_side_and_deleting_one_leaves_the_other() {
        var prod = newTwin("prod");
        startTwiceAtOnce();
        assertThat(prod.running()).isTrue();
        var pids = prod.status().stream().map(Twin.Part::pid).toList();
        int port = port(prod);

        prod.delete();

        assertThat(pids)
                .noneMatch(pid ->
                        ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent());
        assertThat(prod.folder().folder()).doesNotExist();
        assertThat(answers(port)).isFalse();
        assertThat(twin.running()).isTrue();
    }

    @Test
    void the_port_stays_over_a_restart_and_stop_leaves_no_process() {
        int port = apiserverPort();
        var pids = twin.status().stream().map(Twin.Part::pid).toList();

        twin.stop();
        assertThat(pids)
                .noneMatch(pid ->
                        ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent());
        assertThat(answers(port)).isFalse();

        twin.start(SETTING);
        assertThat(apiserverPort()).isEqualTo(port);
        assertThat(answers(port)).isTrue();
    }

    @Test
    void a_port_that_somebody_took_while_the_twin_was_stopped_is_given_up_for_another() throws IOException {
        int before = Ports.keptIn(twin.folder().ports()).of(Ports.Use.KWOK);
        twin.stop();
        try (var stranger = new ServerSocket(before, 1, InetAddress.getLoopbackAddress())) {
            twin.start(SETTING);

            assertThat(stranger.isBound()).isTrue();
            assertThat(Ports.keptIn(twin.folder().ports()).of(Ports.Use.KWOK)).isNotEqualTo(before);
            assertThat(twin.running()).isTrue();
            awaitReadyNode(twin);
        }
    }

    @Test
    void a_component_that_ends_for_a_port_taken_at_that_moment_is_started_on_another() throws IOException {
        int before = Ports.keptIn(twin.folder().ports()).of(Ports.Use.KWOK);
        twin.stop();
        try (var stranger = new ServerSocket(before, 1, InetAddress.getLoopbackAddress())) {
            // The stranger comes between the look and the start: the first look at its port finds it free.
            var lookedAt = new AtomicInteger();
            var late = new Twin(
                    "dev",
                    project.root(),
                    twin.folder(),
                    toolchain(),
                    port -> port == stranger.getLocalPort() && lookedAt.getAndIncrement() == 0 || Listening.free(port));
            late.start(SETTING);

            assertThat(twin.folder().folder().resolve("logs/kwok.log"))
                    .content()
                    .contains("bind: address already in use");
            assertThat(lookedAt.get()).isGreaterThan(1);
            assertThat(twin.running()).isTrue();
            awaitReadyNode(twin);
        }
    }

    @Test
    void a_component_that_ends_for_another_reason_is_named_with_its_log() throws IOException {
        var broken = newTwin("prod");
        Files.createDirectories(broken.folder().folder());
        Files.writeString(broken.folder().folder().resolve("etcd"), "no folder");
        try {
            assertThatThrownBy(() -> broken.start(SETTING))
                    .isInstanceOf(TwinException.class)
                    .hasMessageStartingWith("etcd ended at its start; see ")
                    .hasMessageEndingWith("etcd.log");
        } finally {
            broken.delete();
        }
    }

    private static void awaitReadyNode(Twin twin) {
        try (var cluster = ClusterConnection.open(twin.kubeconfig())) {
            cluster.client()
                    .nodes()
                    .withName("worker-0")
                    .waitUntilCondition(
                            node -> node != null
                                    && node.getStatus().getConditions().stream()
                                            .anyMatch(condition -> condition
                                                            .getType()
                                                            .equals("Ready")
                                                    && condition.getStatus().equals("True")),
                            60,
                            TimeUnit.SECONDS);
        }
    }

    private Twin.Part part(String name) {
        return twin.status().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private int apiserverPort() {
        return port(twin);
    }

    private static int port(Twin twin) {
        return Ports.keptIn(twin.folder().ports()).of(Ports.Use.APISERVER);
    }

    private static boolean answers(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (ConnectException refused) {
            return false;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
