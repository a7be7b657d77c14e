package lock;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import engine.LockHolder;
import engine.StateLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LocksJsonTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    @Test
    void what_is_written_is_of_the_published_schema() throws IOException {
        var schema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("docs/schemas/locks-v1.json")));
        for (LockHolder holder : LockHolder.values()) {
            var lock = new StateLock("dev", "one", "ada", "runner-4", 4242, NOW.minusSeconds(90));
            var written = LocksJson.of(
                    "dev",
                    "okd-dev",
                    List.of(lock),
                    each -> holder,
                    NOW,
                    List.of(new TakeOver(lock, "grace", NOW, "the runner was deleted")));
            assertThat(schema.validate(written.toString(), InputFormat.JSON)).isEmpty();
            assertThat(written.at("/locks/0/ageSeconds").asLong()).isEqualTo(90);
        }
    }

    @Test
    void a_holders_clock_that_is_ahead_makes_no_negative_age() {
        var lock = new StateLock("dev", "one", "ada", "runner-4", 4242, NOW.plusSeconds(5));
        assertThat(LocksJson.age(lock, NOW)).isZero();
    }
}
