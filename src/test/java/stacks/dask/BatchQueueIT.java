package stacks.dask;

import static org.assertj.core.api.Assertions.assertThat;

import house.Background;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The monitor of batch workers as Prometheus asks it, with a condor_q that answers what a file says. */
class BatchQueueIT {
    private static final Path PROGRAM =
            Path.of("src/main/resources/stacks/dask/htcondor_queue.py").toAbsolutePath();
    private static final String CLUSTER = "dask-gateway.0123456789abcdef0123456789abcdef";

    /** What is asked goes to a file, and the answer comes from one: its first line is the exit code. */
    private static final String CONDOR_Q =
            """
            #!/bin/sh
            printf '%%s\\n' "$@" > %1$s/asked
            tail -n +2 %1$s/answer
            exit "$(head -n 1 %1$s/answer)"
            """;

    @TempDir
    Path folder;

    private Background monitor;
    private int port;

    @BeforeEach
    void start() throws IOException {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Path program = Files.writeString(bin.resolve("condor_q"), CONDOR_Q.formatted(folder));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        port = Background.freePort();
        monitor = new Background(
                        folder,
                        folder.resolve("log"),
                        Map.of("PATH", bin + ":" + System.getenv("PATH")),
                        List.of(
                                "python3",
                                PROGRAM.toString(),
                                "--schedd=schedd.example.org",
                                "--pool=collector.example.org",
                                "--address=127.0.0.1",
                                "--port=" + port))
                .awaitPort(port);
    }

    @AfterEach
    void end() {
        monitor.close();
    }

    @Test
    void jobs_are_counted_by_cluster_and_state_and_the_longest_wait_is_said() throws Exception {
        long now = Instant.now().getEpochSecond();
        answer(
                0,
                """
                [{"DaskCluster": "%1$s", "JobStatus": 1, "QDate": %2$d, "EnteredCurrentStatus": %3$d},
                 {"DaskCluster": "%1$s", "JobStatus": 1, "QDate": %2$d, "EnteredCurrentStatus": %2$d},
                 {"DaskCluster": "%1$s", "JobStatus": 2, "QDate": %2$d, "EnteredCurrentStatus": %2$d},
                 {"DaskCluster": "%1$s", "JobStatus": 4, "QDate": %2$d}]
                """
                        .formatted(CLUSTER, now - 7200, now - 60));

        String said = metrics();

        assertThat(said)
                .contains("dask_batch_queue_up 1\n")
                .contains("dask_batch_workers{cluster=\"" + CLUSTER + "\",state=\"idle\"} 2\n")
                .contains("dask_batch_workers{cluster=\"" + CLUSTER + "\",state=\"running\"} 1\n")
                .doesNotContain("completed")
                .containsPattern("dask_batch_worker_pending_seconds\\{cluster=\"" + CLUSTER + "\"\\} 720\\d\n");
        assertThat(Files.readAllLines(folder.resolve("asked")))
                .containsSequence("-name", "schedd.example.org", "-pool", "collector.example.org")
                .containsSequence("-constraint", "isDaskJob =?= true");
    }

    @Test
    void what_a_user_wrote_as_a_clusters_name_makes_no_series_of_its_own() throws Exception {
        answer(
                0,
                """
                [{"DaskCluster": "x\\"} 1\\nup 1", "JobStatus": 1, "QDate": 1},
                 {"DaskCluster": 7, "JobStatus": 1}, {"JobStatus": 1}]
                """);

        assertThat(metrics())
                .contains("dask_batch_workers{cluster=\"unknown\",state=\"idle\"} 3\n")
                .doesNotContain("\nup 1");
    }

    @Test
    void a_queue_that_cannot_be_read_is_said_and_nothing_of_before_is_shown() throws Exception {
        answer(0, "[{\"DaskCluster\": \"" + CLUSTER + "\", \"JobStatus\": 2}]\n");
        assertThat(metrics()).contains("state=\"running\"");

        answer(1, "");
        assertThat(metrics()).contains("dask_batch_queue_up 0\n").doesNotContain(CLUSTER);
        answer(0, "Error: communication error");
        assertThat(metrics()).contains("dask_batch_queue_up 0\n");
        assertThat(monitor.said()).contains("condor_q ended with 1", "JSONDecodeError");
    }

    @Test
    void an_empty_queue_is_one_that_was_read() throws Exception {
        answer(0, "");

        assertThat(metrics()).contains("dask_batch_queue_up 1\n").doesNotContain("state=");
    }

    @Test
    void prometheus_reads_what_is_said() throws Exception {
        answer(0, "[{\"DaskCluster\": \"" + CLUSTER + "\", \"JobStatus\": 1, \"QDate\": 1}]\n");
        var promtool = new ProcessBuilder("promtool", "check", "metrics")
                .redirectErrorStream(true)
                .start();
        promtool.getOutputStream().write(metrics().getBytes(StandardCharsets.UTF_8));
        promtool.getOutputStream().close();

        String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(promtool.waitFor()).as(said).isZero();
    }

    private void answer(int exit, String text) throws IOException {
        Files.writeString(folder.resolve("answer"), exit + "\n" + text);
    }

    private String metrics() throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics"))
                .build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }
}
