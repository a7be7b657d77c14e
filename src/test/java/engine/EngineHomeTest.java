package engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineHomeTest {
    @TempDir
    Path folder;

    @Test
    void the_engines_log_is_switched_off_by_a_file_in_its_place() throws IOException {
        Path home = folder.resolve("pulumi-home");
        EngineHome.prepare(home);
        assertThat(home.resolve("logs")).content().contains("--logtostderr");
        EngineHome.prepare(home);
        assertThat(home.resolve("logs")).isRegularFile();
    }

    @Test
    void what_an_engine_has_logged_before_goes() throws IOException {
        Path logs = Files.createDirectories(folder.resolve("logs"));
        Files.writeString(logs.resolve("dev-20261127T023707.log"), "a value of a Secret");
        EngineHome.prepare(folder);
        assertThat(logs).isRegularFile();
    }
}
