package release;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import target.RefusedException;

/** Whose signatures are believed. */
public final class TrustedKeys {
    private static final String ALGORITHM = "Ed25519";

    private final List<PublicKey> keys;

    private TrustedKeys(List<PublicKey> keys) {
        this.keys = keys;
    }

    /**
     * Of public keys as they are declared.
     *
     * @param base64 each the body of a public key's PEM, as {@code openssl pkey -pubout} writes it; empty for no keys
     * @throws RefusedException when one is no such key
     */
    public static Optional<TrustedKeys> of(List<String> base64) {
        var keys = new ArrayList<PublicKey>();
        for (String each : base64) {
            try {
                var spec = new X509EncodedKeySpec(Base64.getDecoder().decode(each));
                keys.add(KeyFactory.getInstance(ALGORITHM).generatePublic(spec));
            } catch (GeneralSecurityException | IllegalArgumentException unusable) {
                throw new RefusedException("\"" + each
                        + "\" is no Ed25519 public key in base64; print one with: openssl" + " pkey -in KEY -pubout");
            }
        }
        return keys.isEmpty() ? Optional.empty() : Optional.of(new TrustedKeys(List.copyOf(keys)));
    }

    /**
     * That one of the keys signed a digest.
     *
     * @param what it is the digest of, for the sentence
     * @throws RefusedException when there is no signature, or it is nobody's of these
     */
    public void verify(String what, String digest, Optional<String> signature) {
        String signed = signature.orElseThrow(() -> new RefusedException(what + " is not signed, and facility:promotion"
                + " names keys that sign; set " + SigningKey.VARIABLE + " where it is made"));
        if (keys.stream().noneMatch(key -> isBy(key, digest, signed))) {
            throw new RefusedException(what + " carries a signature of none of the keys that facility:promotion names;"
                    + " it was edited, or made by somebody else");
        }
    }

    private static boolean isBy(PublicKey key, String digest, String signed) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(digest.getBytes(StandardCharsets.US_ASCII));
            return signature.verify(Base64.getDecoder().decode(signed));
        } catch (GeneralSecurityException | IllegalArgumentException noSignature) {
            return false;
        }
    }
}
