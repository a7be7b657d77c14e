package change;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells whether a secret changed without telling what it is: the first 32 bits of its keyed hash. Without the key nobody
 * can try values against it.
 */
public final class Fingerprint {
    private static final int BYTES = 4;

    private final SecretKeySpec key;

    /** @param key any number of bytes, known to nobody who only reads reports */
    public Fingerprint(byte[] key) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    /** Such as {@code [secret 1f0a99c3]}. */
    public String of(String value) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] hash = mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
            return "[secret " + HexFormat.of().formatHex(Arrays.copyOf(hash, BYTES)) + "]";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
