package release;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import target.RefusedException;

/**
 * A release with what was said of it when it was made.
 *
 * @param digest what {@link Release#digest} was then
 * @param signature of that digest, Ed25519 in base64; empty where no key was given
 */
public record SignedRelease(Release release, String digest, Optional<String> signature) {
    public SignedRelease {
        requireNonNull(release, "release is null");
        requireNonNull(digest, "digest is null");
        requireNonNull(signature, "signature is null");
    }

    /** Of a release that is being made. */
    public static SignedRelease of(Release release, Optional<SigningKey> key) {
        String digest = release.digest();
        return new SignedRelease(release, digest, key.map(signer -> signer.sign(digest)));
    }

    /**
     * That nobody changed it since.
     *
     * @param keys whose signature it must carry; with none, the digest alone is looked at
     * @throws RefusedException when it is another than what was made
     */
    public void verify(Optional<TrustedKeys> keys) {
        if (!release.digest().equals(digest)) {
            throw new RefusedException("release " + release.title() + " was edited after it was made: it comes to "
                    + Digest.brief(release.digest()) + ", and was made as " + Digest.brief(digest)
                    + "; bring the environment up again, which makes a new release");
        }
        keys.ifPresent(trusted -> trusted.verify("release " + release.title(), digest, signature));
    }
}
