package release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import target.RefusedException;

/** The key that releases and plans are signed with; its file is named by a variable and never read into a log. */
public final class SigningKey {
    /** The variable that names the file: an Ed25519 key in PKCS#8 PEM, as {@code openssl genpkey -algorithm ed25519}. */
    public static final String VARIABLE = "FACILITY_SIGNING_KEY_FILE";

    private static final String ALGORITHM = "Ed25519";

    private final PrivateKey key;

    private SigningKey(PrivateKey key) {
        this.key = key;
    }

    /**
     * The key that the variable names; empty where it names none.
     *
     * @throws RefusedException when its file is no such key; the message holds nothing of it
     */
    public static Optional<SigningKey> ofEnvironment(java.util.Map<String, String> variables) {
        return Optional.ofNullable(variables.get(VARIABLE))
                .filter(name -> !name.isEmpty())
                .map(name -> read(Path.of(name)));
    }

    static SigningKey read(Path file) {
        try {
            String pem = Files.readString(file, StandardCharsets.US_ASCII)
                    .replaceAll("-----[A-Z ]+-----", "")
                    .replaceAll("\\s", "");
            var spec = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem));
            return new SigningKey(KeyFactory.getInstance(ALGORITHM).generatePrivate(spec));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException unusable) {
            throw new RefusedException(VARIABLE + ": " + file + " is no Ed25519 private key in PKCS#8 PEM, or cannot be"
                    + " read; make one with: openssl genpkey -algorithm ed25519 -out FILE");
        }
    }

    /** Of a digest's text: base64. */
    public String sign(String digest) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(digest.getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an Ed25519 key could not sign", e);
        }
    }
}
