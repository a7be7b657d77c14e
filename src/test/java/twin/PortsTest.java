package twin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
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

    @Test
    void a_lost_port_is_replaced_for_good_and_the_others_stay(@TempDir Path folder) {
        Path file = folder.resolve("ports.properties");
        var first = Ports.keptIn(file);

        var others = first.instead(Set.of(Ports.Use.KWOK), file);

        assertThat(others.of(Ports.Use.KWOK)).isNotEqualTo(first.of(Ports.Use.KWOK));
        assertThat(others.of(Ports.Use.APISERVER)).isEqualTo(first.of(Ports.Use.APISERVER));
        assertThat(Ports.keptIn(file)).isEqualTo(others);
    }

    @Test
    void no_port_is_one_that_an_outgoing_connection_may_get(@TempDir Path folder) {
        var ports = Ports.keptIn(folder.resolve("ports.properties"));

        assertThat(ports.numbers().values()).doesNotHaveDuplicates().allMatch(port -> port < 32_768);
    }
}
