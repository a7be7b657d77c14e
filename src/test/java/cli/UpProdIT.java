package cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Prod in its own shape, from nothing on a twin of its own. */
class UpProdIT {
    private static final Path DECLARED = Path.of("src/test/resources/golden/prod/resources.txt");

    @Test
    void prod_comes_up_whole_and_a_second_up_changes_nothing() throws IOException {
        try (var project = ScratchProject.create("up-prod")) {
            var first = project.facility("up", "prod", "--yes");
            assertThat(first.exit()).as(first.output()).isZero();
            assertThat(first.output()).containsPattern("prod is up on twin/prod, after .*: " + amount());

            var again = project.facility("up", "prod", "--yes");
            assertThat(again.exit()).as(again.output()).isZero();
            assertThat(again.output())
                    .contains("no changes")
                    .containsPattern("prod is up on twin/prod, after .*: " + amount())
                    .doesNotContainPattern(Pattern.compile("^  (create|update|replace|delete) ", Pattern.MULTILINE));
        }
    }

    /** As the golden file has them, which people read in a review. */
    private static String amount() throws IOException {
        List<String> types = Files.readAllLines(DECLARED).stream()
                .map(line -> line.split(" ", -1)[1].replaceAll("Patch$", ""))
                .toList();
        return types.size() + " objects of " + types.stream().distinct().count() + " kinds";
    }
}
