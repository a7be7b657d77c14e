package cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with the words is said before anything is looked at: there is no project in this folder. */
class PromotionUsageTest {
    @TempDir
    Path root;

    @Test
    void an_environment_is_not_promoted_to_itself() {
        refused("TO: is the same environment, \"dev\"", "promote", "dev", "dev");
    }

    @ParameterizedTest
    @ValueSource(strings = {"promote dev prod", "promote dev prod --pin here"})
    void a_merge_request_needs_a_branch_of_its_own(String command) {
        refused(
                "--merge-request: is for a branch of its own; add --pin branch",
                (command + " --merge-request").split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"promote dev prod", "rollback prod"})
    void an_override_without_a_reason_is_none(String command) {
        refused("--override soak: has no reason", (command + " --override|soak= ").split("[ |]", -1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"promote dev prod", "rollback prod"})
    void a_report_with_nowhere_to_go_is_said_before_the_work(String command) {
        refused("--out", (command + " --out " + root).split(" ", -1));
    }

    private void refused(String words, String... line) {
        var ended = InProcess.facility(
                root,
                java.util.Arrays.stream(line).filter(word -> !word.isEmpty()).toArray(String[]::new));
        assertThat(ended.exit()).as(ended.output()).isEqualTo(2);
        assertThat(ended.output()).contains(words);
    }
}
