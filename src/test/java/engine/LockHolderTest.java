package engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LockHolderTest {
    private static StateLock of(long process, Instant since) {
        return new StateLock("dev", "1", "ada", "here", process, since);
    }

    @Test
    void this_process_is_alive_and_a_lock_of_before_it_began_is_of_another() {
        long own = ProcessHandle.current().pid();
        assertThat(LockHolder.of(of(own, Instant.now()), "here")).isEqualTo(LockHolder.ALIVE);
        var began = ProcessHandle.current().info().startInstant().orElseThrow();
        assertThat(LockHolder.of(of(own, began.minus(Duration.ofHours(1))), "here"))
                .isEqualTo(LockHolder.ENDED);
    }

    @Test
    void a_process_that_was_waited_for_has_ended() throws Exception {
        Process process = new ProcessBuilder("true").start();
        process.waitFor();
        assertThat(LockHolder.of(of(process.pid(), Instant.now()), "here")).isEqualTo(LockHolder.ENDED);
    }

    /** As in a container whose first process asks for nobody's exit code. */
    @Test
    void a_process_that_nobody_waits_for_has_ended() throws IOException {
        var shell = new ProcessBuilder("sh", "-c", "true & echo $!; exec sleep 60").start();
        try (var said = shell.inputReader()) {
            long child = Long.parseLong(said.readLine());
            var handle = ProcessHandle.of(child);
            while (handle.isPresent() && handle.get().info().commandLine().isPresent()) {
                Thread.onSpinWait();
            }
            assertThat(LockHolder.of(of(child, Instant.now()), "here")).isEqualTo(LockHolder.ENDED);
        } finally {
            shell.destroyForcibly();
        }
    }

    @Test
    void what_another_host_runs_cannot_be_seen_from_here() {
        assertThat(LockHolder.of(of(ProcessHandle.current().pid(), Instant.now()), "there"))
                .isEqualTo(LockHolder.ELSEWHERE);
    }
}
