package twin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {
    @Test
    void a_twin_of_before_there_was_a_use_keeps_its_ports_and_gets_one_more(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("ports.properties");
        var first = Ports.keptIn(file);
        var lines = Files.readAllLines(file);
        lines.removeIf(line -> line.startsWith(Ports.Use.QUOTA_WEBHOOK.name()));
        Files.write(file, lines);

        var again = Ports.keptIn(file);

        assertThat(again.of(Ports.Use.APISERVER)).isEqualTo(first.of(Ports.Use.APISERVER));
        assertThat(again.of(Ports.Use.CHECKMK)).isEqualTo(first.of(Ports.Use.CHECKMK));
        assertThat(again.of(Ports.Use.QUOTA_WEBHOOK)).isPositive();
        assertThat(Ports.keptIn(file)).isEqualTo(again);
    }
}
