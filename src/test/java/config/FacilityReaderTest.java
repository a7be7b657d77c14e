package config;

import static org.assertj.core.api.Assertions.assertThat;

import facility.Environment;
import facility.Problem;
import house.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every file of two folders is a case: an overlay on the shared declaration, of dev. */
class FacilityReaderTest {
    private static final Path FIXTURES = Path.of("src/test/resources/facility");

    @TestFactory
    Stream<DynamicTest> a_happy_file_has_no_fault() throws IOException {
        return fixtures("happy")
                .map(file -> DynamicTest.dynamicTest(name(file), () -> {
                    var declared = FacilityReader.readFile(file, Environment.DEV, false);
                    assertThat(declared.problems()).isEmpty();
                    assertThat(declared.facility()).isPresent();
                }));
    }

    @TestFactory
    Stream<DynamicTest> an_error_file_has_exactly_these_faults() throws IOException {
        return fixtures("error")
                .map(file -> DynamicTest.dynamicTest(name(file), () -> {
                    var declared = FacilityReader.readFile(file, Environment.DEV, false);
                    assertThat(declared.facility()).isEmpty();
                    String said = declared.problems().stream()
                            .map(Problem::toString)
                            .collect(Collectors.joining("\n", "", "\n"));
                    Golden.assertMatches("facility/error/" + name(file) + ".problems.txt", said);
                }));
    }

    @Test
    void both_environments_of_the_project_have_no_fault() {
        for (var environment : Environment.values()) {
            assertThat(FacilityReader.read(Path.of(""), environment, false).problems())
                    .isEmpty();
        }
    }

    @Test
    void a_file_that_is_not_there_is_a_fault_and_no_exception() {
        var declared = FacilityReader.read(Path.of("src"), Environment.DEV, false);
        assertThat(declared.problems())
                .map(Problem::toString)
                .containsExactly(
                        "Pulumi.dev.yaml: cannot be read; a file that exists and may be read; restore it from git");
    }

    private static Stream<Path> fixtures(String folder) throws IOException {
        try (var files = Files.list(FIXTURES.resolve(folder))) {
            var yaml = files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
            assertThat(yaml).hasSizeGreaterThan(5);
            return yaml.stream();
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".yaml", "");
    }
}
