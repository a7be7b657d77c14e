package release;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import release.Release.Promoted;

class ReleaseJsonTest {
    private static Release promoted() {
        var made = Made.release(3, Digest.of("before"));
        return new Release(
                "prod",
                made.number(),
                made.commit(),
                made.target(),
                made.digests(),
                made.charts(),
                made.images(),
                made.versions(),
                made.policy(),
                made.health(),
                made.made(),
                made.by(),
                made.previous(),
                Map.of("soak", "the hub is down"),
                Optional.of(new Promoted("dev", Digest.of("release"), Digest.of("plan"))));
    }

    @Test
    void what_is_written_is_of_the_published_schema() throws IOException {
        JsonSchema schema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("docs/schemas/release-v1.json")));
        for (Release release : new Release[] {Made.release(1, ""), promoted()}) {
            String written = ReleaseJson.write(SignedRelease.of(release, Optional.empty()))
                    .toString();
            assertThat(schema.validate(written, InputFormat.JSON)).as(written).isEmpty();
        }
    }

    @Test
    void what_is_read_is_what_was_written() throws Exception {
        var signed = SignedRelease.of(promoted(), Optional.empty());
        assertThat(ReleaseJson.read(ReleaseJson.write(signed))).isEqualTo(signed);
    }
}
