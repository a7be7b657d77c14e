package config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import facility.Environment;
import facility.ReleasePin;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PinnedReleaseTest {
    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
    private static final String DIGEST = "sha256:" + "0".repeat(64);

    @Test
    void it_is_read_with_its_type_and_none_is_none() {
        byte[] file = file("{commit: " + COMMIT + ", digest: " + DIGEST + "}");
        assertThat(PinnedRelease.read("Pulumi.prod.yaml", file)).contains(new ReleasePin(COMMIT, DIGEST));
        assertThat(PinnedRelease.read(Path.of(""), Environment.DEV)).isEmpty();
    }

    /** A pin says where prod is; it declares nothing. */
    @Test
    void it_changes_nothing_that_is_declared() {
        var with = FacilityReader.read(
                "f", file("{commit: " + COMMIT + ", digest: " + DIGEST + "}"), Environment.DEV, false);
        var without = FacilityReader.read(
                "f", file("{commit: " + "f".repeat(40) + ", digest: " + DIGEST + "}"), Environment.DEV, false);
        assertThat(with.facility()).isPresent().isEqualTo(without.facility());
    }

    @Test
    void every_fault_is_said_at_once_with_its_line_by_check_too() {
        byte[] file = file("\n    commit: " + "1".repeat(40) + "\n    digest: sha256:00\n    by: ada");
        String faults = "f:4: release.commit: is none, " + "1".repeat(40) + "; " + ReleasePin.COMMIT_FORM
                + "; restore it from git";
        assertThatThrownBy(() -> PinnedRelease.read("f", file))
                .hasMessageContaining(faults)
                .hasMessageContaining("f:5: release.digest: is none, \"sha256:00\"; sha256: and 64 hexadecimal digits;")
                .hasMessageContaining("f:6: release.by: is no known key, \"by\"; known are commit, digest;");
        assertThat(FacilityReader.read("f", file, Environment.DEV, false).problems())
                .hasSize(3);
        assertThatThrownBy(() -> PinnedRelease.read("f", file("{commit: " + COMMIT + "}")))
                .hasMessageContaining("f:3: release.digest: is missing; sha256:");
        assertThatThrownBy(() -> PinnedRelease.read("f", file("later")))
                .hasMessageContaining("f:3: release: is of the wrong type, \"later\"; commit and digest;");
    }

    private static byte[] file(String release) {
        return ("config:\n  pulumi:disable-default-providers: [\"*\"]\n  facility:release: " + release + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
