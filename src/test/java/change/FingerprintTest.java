package change;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    private static final Fingerprint FINGERPRINT = new Fingerprint("key".getBytes(StandardCharsets.UTF_8));

    /** The vector of RFC 2104's users: HMAC-SHA256("key", "The quick brown fox jumps over the lazy dog"). */
    @Test
    void it_is_the_beginning_of_the_keyed_hash() {
        assertThat(FINGERPRINT.of("The quick brown fox jumps over the lazy dog"))
                .isEqualTo("[secret f7bc83f4]");
    }

    @Property(tries = 100)
    void it_is_the_same_for_the_same_secret_and_holds_nothing_of_it(@ForAll String value) {
        assertThat(FINGERPRINT.of(value)).isEqualTo(FINGERPRINT.of(value)).matches("\\[secret [0-9a-f]{8}]");
    }

    @Test
    void it_is_another_for_another_secret_and_for_another_key() {
        assertThat(FINGERPRINT.of("one")).isNotEqualTo(FINGERPRINT.of("two"));
        assertThat(new Fingerprint(new byte[] {1}).of("one")).isNotEqualTo(FINGERPRINT.of("one"));
    }
}
