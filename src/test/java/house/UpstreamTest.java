package house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import toolchain.Program;

/** What was seen of others' programs holds for the versions that it was seen with, and those are the pinned ones. */
class UpstreamTest {
    private static final Path REPORTS = Path.of("docs/upstream");
    private static final Pattern SDK = Pattern.compile("<pulumi.version>([^<]+)</pulumi.version>");
    private static final Pattern HELM = Pattern.compile("<helm-java.version>([^<]+)</helm-java.version>");

    @Test
    void each_report_was_last_tried_with_what_is_pinned() throws IOException {
        Path root = Path.of("");
        var sdk = SDK.matcher(Files.readString(Path.of("pom.xml")));
        var helm = HELM.matcher(Files.readString(Path.of("pom.xml")));
        assertThat(sdk.find() && helm.find()).isTrue();
        List<String> pinned = List.of(
                "com.pulumi:pulumi " + sdk.group(1),
                "helm-java " + helm.group(1),
                "pulumi " + Program.PULUMI.version(root),
                "kubectl " + Program.KUBECTL.version(root));
        var rows = Files.readAllLines(REPORTS.resolve("README.md")).stream()
                .filter(line -> line.startsWith("| ["))
                .toList();
        assertThat(rows).isNotEmpty();
        for (String row : rows) {
            assertThat(pinned)
                    .as("a newer version is pinned: run the reproduction again, and write down what came of it\n" + row)
                    .contains(row.split("\\|")[2].strip());
        }
    }

    @Test
    void each_folder_is_listed_and_has_a_report_and_a_reproduction() throws IOException {
        String list = Files.readString(REPORTS.resolve("README.md"));
        try (Stream<Path> folders = Files.list(REPORTS).filter(Files::isDirectory)) {
            for (Path folder : folders.toList()) {
                assertThat(list).contains("(" + folder.getFileName() + "/README.md)");
                try (Stream<Path> files = Files.list(folder)) {
                    assertThat(files.map(file -> file.getFileName().toString()))
                            .contains("README.md")
                            .hasSizeGreaterThan(1);
                }
            }
        }
    }
}
