package charts;

import static org.assertj.core.api.Assertions.assertThat;

import facility.ChartSource;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptRenderingTest {
    private static final Clock TODAY = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
    private static final List<String> WORDS = List.of("noted", "n", "1.35.4", "{}");

    @TempDir
    Path folder;

    private Path template;

    @BeforeEach
    void chart() throws IOException {
        Files.createDirectories(folder.resolve(".facility"));
        template = Files.createDirectories(folder.resolve("noted/templates")).resolve("note.yaml");
        Files.writeString(
                folder.resolve("noted/Chart.yaml"), "{apiVersion: v2, name: noted, version: 0.0.1, type: application}");
        write("{{ .Values.word | default \"first\" }}");
    }

    @Test
    void what_was_rendered_before_is_not_rendered_again() throws Exception {
        assertThat(rendered(Map.of())).isEqualTo("first");
        Path kept = kept().get(0);
        Files.writeString(kept, Files.readString(kept).replace("first", "as kept"));
        assertThat(rendered(Map.of())).isEqualTo("as kept");
        assertThat(kept()).hasSize(1);
    }

    @Test
    void another_value_and_another_template_are_rendered_anew() throws Exception {
        assertThat(rendered(Map.of())).isEqualTo("first");
        assertThat(rendered(Map.of("word", "second"))).isEqualTo("second");
        write("third");
        assertThat(rendered(Map.of())).isEqualTo("third");
        assertThat(kept()).hasSize(3);
    }

    @Test
    void a_file_behind_a_linked_folder_counts() throws Exception {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Files.move(template, elsewhere.resolve("note.yaml"));
        Files.delete(template.getParent());
        Files.createSymbolicLink(template.getParent(), elsewhere);
        assertThat(rendered(Map.of())).isEqualTo("first");
        write("second");
        assertThat(rendered(Map.of())).isEqualTo("second");
    }

    /** Kept, it would look as if it were the same for everybody. */
    @Test
    void what_is_drawn_at_random_is_drawn_each_time() throws Exception {
        write("{{ randAlphaNum 20 }}");
        assertThat(rendered(Map.of())).isNotEqualTo(rendered(Map.of()));
        assertThat(kept()).isEmpty();
    }

    @Test
    void what_is_kept_is_of_one_day() {
        var today = of(TODAY);
        today.keep("a: 1");
        assertThat(of(TODAY).text()).contains("a: 1");
        var tomorrow = of(Clock.offset(TODAY, Duration.ofDays(1)));
        assertThat(tomorrow.text()).isEmpty();
        tomorrow.keep("a: 2");
        assertThat(of(TODAY).text()).isEmpty();
    }

    @Test
    void where_nothing_can_be_kept_nothing_fails() throws Exception {
        Files.createDirectories(folder.resolve(".facility/charts"));
        Files.writeString(folder.resolve(".facility/charts/rendered"), "a file in the folder's place");
        assertThat(rendered(Map.of())).isEqualTo("first");
    }

    /** One that is only looked at, as a commit's that is checked out aside. */
    @Test
    void a_folder_without_data_gets_none() throws Exception {
        Files.delete(folder.resolve(".facility"));
        assertThat(rendered(Map.of())).isEqualTo("first");
        assertThat(folder.resolve(".facility")).doesNotExist();
    }

    private KeptRendering of(Clock clock) {
        return KeptRendering.of(folder.resolve(".facility/charts/rendered"), folder.resolve("noted"), WORDS, clock)
                .orElseThrow();
    }

    private void write(String word) throws IOException {
        Files.writeString(
                template,
                """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: note}
                data: {word: "WORD"}
                """
                        .replace("\"WORD\"", "'" + word + "'"));
    }

    private String rendered(Map<String, Object> values) throws ChartException {
        var objects = new Chart("noted", ChartSource.folder("noted"), "hub.chart")
                .render(new ChartArchives(folder), "n", values);
        return ((ConfigMap) objects.get(0)).getData().get("word");
    }

    private List<Path> kept() throws IOException {
        Path rendered = folder.resolve(".facility/charts/rendered");
        if (!Files.exists(rendered)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(rendered)) {
            return all.toList();
        }
    }
}
