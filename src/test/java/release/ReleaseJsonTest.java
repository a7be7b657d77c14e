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
                Map.of("quay.io/jupyterhub/k8s-hub:4.2.0", Digest.of("image")),
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

    /** Computed from the JSON of the time before {@code imageDigests}, by another program. */
    @Test
    void a_release_without_digests_of_images_keeps_its_digest() throws Exception {
        var old = SignedRelease.of(Made.release(1, ""), Optional.empty());
        assertThat(old.digest()).isEqualTo("sha256:8d0d3fd845a354e711639c91da3726f578b718f25009346486939896d085cc8a");
        assertThat(ReleaseJson.write(old).toString()).doesNotContain("imageDigests");
        var read = ReleaseJson.read(ReleaseJson.write(old));
        read.verify(Optional.empty());
        assertThat(read.release().imageDigests()).isEmpty();
    }

    @Test
    void what_is_read_is_what_was_written() throws Exception {
        var signed = SignedRelease.of(promoted(), Optional.empty());
        assertThat(ReleaseJson.read(ReleaseJson.write(signed))).isEqualTo(signed);
    }
}
