package engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateLockTest {
    private static final String ID = "11111111-2222-3333-4444-555555555555";
    private static final String REFUSAL =
            "error: the stack is currently locked by %d lock(s). Either wait for the other"
                    + " process(es) to end or delete the lock file with `pulumi cancel`.%n";

    private static String line(String before, String after) {
        return "  " + before + "/.pulumi/locks/organization/facility/dev/" + ID + ".json" + after
                + ": created by ada@runner-4 (pid 4242) at 2026-11-24T12:00:00+02:00";
    }

    /** The address of each backend, as the engine (3.256) prints it; the query follows the lock's name. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///srv/with%20space/state|?no_tmp_dir=true",
                "file:///srv/with space/state|",
                "s3://facility-state/team|?endpoint=http://127.0.0.1:8333/x.json&region=us-east-1",
                "postgres://****:****@db.example.org/state|?sslmode=verify-full",
                "postgres://db.example.org/state|?password=hunter2"
            })
    void a_lock_is_read_from_the_refusal_without_its_address(String address) {
        String[] parts = address.split("\\|", -1);
        var locks = StateLock.in("dev", REFUSAL.formatted(1) + line(parts[0], parts[1]));
        assertThat(locks)
                .containsExactly(
                        new StateLock("dev", ID, "ada", "runner-4", 4242, Instant.parse("2026-11-24T10:00:00Z")));
        assertThat(locks.get(0).title())
                .isEqualTo("lock " + ID + " of ada@runner-4 (process 4242, since 2026-11-24T10:00:00Z)")
                .doesNotContain("hunter2");
    }

    @Test
    void a_user_of_a_domain_keeps_its_name() {
        var locks = StateLock.in(
                "dev", REFUSAL.formatted(1) + line("file:///srv", "").replace("ada@", "ada@example.org@"));
        assertThat(locks.get(0).user()).isEqualTo("ada@example.org");
    }

    @Test
    void what_is_no_refusal_for_a_lock_has_none() {
        assertThat(StateLock.in("dev", "error: a stack named dev already exists"))
                .isEmpty();
    }

    @Test
    void a_lock_that_cannot_be_read_is_never_left_out() {
        assertThatThrownBy(() -> StateLock.in("dev", REFUSAL.formatted(2) + line("file:///srv", "")))
                .isInstanceOf(EngineFailedException.class)
                .hasMessageContaining("dev is locked 2 times, and of these 1 can be read");
        assertThatThrownBy(() -> StateLock.in(
                        "dev", REFUSAL.formatted(1) + line("file:///srv", "").replace("12:00:00", "25:00:00")))
                .isInstanceOf(EngineFailedException.class)
                .hasMessageContaining("the time of a lock on dev cannot be read: 2026-11-24T25:00:00+02:00");
    }
}
