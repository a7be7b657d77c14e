package cli;

import static org.assertj.core.api.Assertions.assertThat;

import engine.LockHolder;
import engine.StateLock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import lock.TakeOver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocksCommandTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    @TempDir
    Path root;

    /** Said before anything is looked at: there is no project in this folder. */
    @ParameterizedTest
    @CsvSource({
        "--take-over one,--take-over: has no reason",
        "--take-over one --reason|,--take-over: has no reason",
        "--reason gone,--reason: nothing is taken over",
        "--yes,--yes: nothing is taken over",
        "--take-over,Missing required parameter",
        "--format yaml,--format"
    })
    void wrong_words_are_wrong_usage(String words, String said) {
        var ended = InProcess.facility(root, ("locks dev " + words).split("[ |]", -1));
        assertThat(ended.exit()).as(ended.output()).isEqualTo(2);
        assertThat(ended.output()).contains(said);
        assertThat(root).isEmptyDirectory();
    }

    @Test
    void the_list_says_who_since_when_and_what_to_do() {
        var lock = new StateLock("dev", "one", "ada", "runner-4", 4242, NOW.minus(Duration.ofMinutes(125)));
        var taken = List.of(
                new TakeOver(lock, "grace", NOW.minusSeconds(60), "first"), new TakeOver(lock, "grace", NOW, "second"));
        String held = "dev is held by ada@runner-4, process 4242, for 2h 5m (since 2026-11-24T07:55:00Z), lock one";
        assertThat(text(List.of(lock), LockHolder.ELSEWHERE, taken))
                .containsExactly(
                        held,
                        "    whether it runs, runner-4 can say; if it was killed:"
                                + " ./facility locks dev --take-over one --reason WHY",
                        "taken over, the newest first:",
                        "  2026-11-24T10:00:00Z  dev  by grace: second",
                        "    it was " + lock.title(),
                        "  2026-11-24T09:59:00Z  dev  by grace: first",
                        "    it was " + lock.title());
        assertThat(text(List.of(lock), LockHolder.ALIVE, List.of()))
                .containsExactly(held, "    that process is alive on this host: wait for it");
        assertThat(text(List.of(lock), LockHolder.ENDED, List.of()).get(1))
                .isEqualTo(
                        "    that process has ended on this host: ./facility locks dev --take-over one --reason WHY");
        assertThat(text(List.of(), LockHolder.ENDED, List.of())).containsExactly("nobody holds the state of dev");
    }

    private static List<String> text(List<StateLock> locks, LockHolder holder, List<TakeOver> taken) {
        return LocksText.of("dev", "./facility locks dev", locks, lock -> holder, NOW, taken);
    }

    @ParameterizedTest
    @CsvSource({"40,40s", "100,1m 40s", "7500,2h 5m", "273600,3d 4h"})
    void an_age_is_its_two_largest_units(long seconds, String age) {
        assertThat(LocksText.age(Duration.ofSeconds(seconds))).isEqualTo(age);
    }
}
