package ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import config.FaultyDeclarationException;
import facility.Problem;
import facility.Problems;
import house.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every file of a folder is a case. */
class LedgerFileTest {
    private static final Path FIXTURES = Path.of("src/test/resources/ledger/error");

    @TestFactory
    Stream<DynamicTest> a_faulty_ledger_has_exactly_these_faults() throws IOException {
        try (var files = Files.list(FIXTURES)) {
            var cases = files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
            assertThat(cases).hasSize(5);
            return cases.stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                        var problems = new Problems();
                        LedgerFile.read(Ledger.FILE, Files.readAllBytes(file), problems);
                        Golden.assertMatches(
                                "ledger/error/" + file.getFileName().toString().replace(".yaml", ".problems.txt"),
                                problems.sorted().stream()
                                        .map(Problem::toString)
                                        .collect(Collectors.joining("\n", "", "\n")));
                    }));
        }
    }

    @Test
    void a_ledger_that_is_not_there_is_a_fault_and_no_exception(@TempDir Path empty) {
        assertThatThrownBy(() -> Ledger.read(empty))
                .isInstanceOf(FaultyDeclarationException.class)
                .hasMessageContaining("policies/differences.yaml: cannot be read");
    }
}
