package toolchain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandTest {
    @TempDir
    Path folder;

    private Command answer(String script) {
        return Command.answer(folder, Map.of("WORD", "kept"), List.of("sh", "-c", script));
    }

    @Test
    void an_answer_is_what_is_on_stdout() {
        assertThat(answer("echo warning >&2; echo $WORD")).isEqualTo(new Command(0, "kept\n"));
    }

    @Test
    void what_fails_says_why_on_either() {
        assertThat(answer("echo why >&2; echo answer; exit 3")).isEqualTo(new Command(3, "why\nanswer\n"));
    }

    /** More than a pipe holds (64 KiB on Linux), on both. */
    @Test
    void a_program_that_says_much_beside_its_answer_is_read_to_its_end() {
        String much = "head -c 300000 /dev/zero | tr '\\0' x";
        assertThat(answer(much + " >&2; " + much + "; " + much + " >&2").output())
                .hasSize(300_000);
    }
}
