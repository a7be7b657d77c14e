package release;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import target.RefusedException;

class SignatureTest {
    @TempDir
    Path folder;

    private final KeyPair ours = pair();
    private final KeyPair others = pair();

    @Test
    void a_release_signed_by_a_trusted_key_is_believed() throws IOException {
        var signed = SignedRelease.of(Made.release(1, ""), key(ours));
        assertThatCode(() -> signed.verify(trusted(others, ours))).doesNotThrowAnyException();
    }

    @Test
    void a_release_signed_by_nobody_is_refused_where_keys_are_named() {
        var unsigned = SignedRelease.of(Made.release(1, ""), Optional.empty());
        assertThatThrownBy(() -> unsigned.verify(trusted(ours)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("release dev#1 is not signed")
                .hasMessageContaining(SigningKey.VARIABLE);
    }

    @Test
    void a_release_signed_by_another_key_is_refused() throws IOException {
        var signed = SignedRelease.of(Made.release(1, ""), key(others));
        assertThatThrownBy(() -> signed.verify(trusted(ours)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("none of the keys");
    }

    @Test
    void a_signature_of_another_release_is_refused() throws IOException {
        var one = SignedRelease.of(Made.release(1, ""), key(ours));
        var two = Made.release(2, "");
        assertThatThrownBy(() -> new SignedRelease(two, two.digest(), one.signature()).verify(trusted(ours)))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void a_file_that_is_no_key_is_refused_without_showing_it() throws IOException {
        Path file = Files.writeString(folder.resolve("key"), "c2VjcmV0");
        assertThatThrownBy(() -> SigningKey.ofEnvironment(Map.of(SigningKey.VARIABLE, file.toString())))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("openssl genpkey -algorithm ed25519")
                .message()
                .doesNotContain("c2VjcmV0");
    }

    @Test
    void a_public_key_that_is_none_is_refused() {
        assertThatThrownBy(() -> TrustedKeys.of(List.of("AAAA")))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("is no Ed25519 public key");
    }

    private Optional<SigningKey> key(KeyPair pair) throws IOException {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(pair.getPrivate().getEncoded());
        Path file = Files.writeString(
                folder.resolve("signing.pem"),
                "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n");
        return SigningKey.ofEnvironment(Map.of(SigningKey.VARIABLE, file.toString()));
    }

    private static Optional<TrustedKeys> trusted(KeyPair... pairs) {
        return TrustedKeys.of(java.util.Arrays.stream(pairs)
                .map(pair -> Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()))
                .toList());
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
