package stacks.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An issuer of WLCG's bearer tokens.
 *
 * @see <a href="https://github.com/WLCG-AuthZ-WG/common-jwt-profile/blob/master/profile.md">WLCG's profile, 1.0</a>
 */
final class BearerTokens {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int COORDINATE = 32;

    private final String issuer;
    private final KeyPair key;

    BearerTokens(String issuer) throws GeneralSecurityException {
        this.issuer = issuer;
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        this.key = generator.generateKeyPair();
    }

    /** What it says about itself at {@code .well-known/openid-configuration}. */
    String configuration() throws JsonProcessingException {
        return JSON.writeValueAsString(Map.of("issuer", issuer, "jwks_uri", issuer + "/jwks"));
    }

    String jwks() throws JsonProcessingException {
        var point = ((ECPublicKey) key.getPublic()).getW();
        return JSON.writeValueAsString(Map.of(
                "keys",
                List.of(Map.of(
                        "kty", "EC",
                        "crv", "P-256",
                        "alg", "ES256",
                        "use", "sig",
                        "kid", "one",
                        "x", encoded(bytes(point.getAffineX())),
                        "y", encoded(bytes(point.getAffineY()))))));
    }

    String token(String audience, String scope, Instant until)
            throws JsonProcessingException, GeneralSecurityException {
        String header = JSON.writeValueAsString(Map.of("alg", "ES256", "kid", "one", "typ", "JWT"));
        long before = Instant.now().minusSeconds(60).getEpochSecond();
        String claims = JSON.writeValueAsString(Map.of(
                "wlcg.ver", "1.0",
                "iss", issuer,
                "sub", "somebody",
                "aud", audience,
                "scope", scope,
                "iat", before,
                "nbf", before,
                "exp", until.getEpochSecond(),
                "jti", UUID.randomUUID().toString()));
        String signed = encoded(header.getBytes(StandardCharsets.UTF_8)) + "."
                + encoded(claims.getBytes(StandardCharsets.UTF_8));
        var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(key.getPrivate());
        signature.update(signed.getBytes(StandardCharsets.UTF_8));
        return signed + "." + encoded(signature.sign());
    }

    private static byte[] bytes(BigInteger coordinate) {
        byte[] found = coordinate.toByteArray();
        var padded = new byte[COORDINATE];
        int length = Math.min(found.length, COORDINATE);
        System.arraycopy(found, found.length - length, padded, COORDINATE - length, length);
        return padded;
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
