package policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What the engine starts while a command of the facility's serves the pack: {@code policies/run-mvn}. */
class ServedPackTest {
    @Test
    void it_says_the_port_and_ends_with_the_command() throws Exception {
        Process command = new ProcessBuilder("sleep", "600").start();
        var builder =
                new ProcessBuilder(Path.of("policies/run-mvn").toAbsolutePath().toString());
        builder.environment().put("FACILITY_SERVED_PACK", "40001:" + command.pid());
        Process starter = builder.start();
        try (var said = new BufferedReader(new InputStreamReader(starter.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(said.readLine()).isEqualTo("40001");
            assertThat(starter.isAlive()).isTrue();
            command.destroyForcibly();
            command.onExit().join();
            assertThat(starter.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(said.readLine()).isNull();
        } finally {
            command.destroyForcibly();
            starter.destroyForcibly();
        }
    }
}
