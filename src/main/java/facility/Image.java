package facility;

import static java.util.Objects.requireNonNull;

/**
 * A container image.
 *
 * @param name with its registry: {@code quay.io/jupyterhub/k8s-hub}
 * @param tag a tag, or a digest {@code sha256:...}; empty if none was written, which the check refuses
 */
public record Image(String name, String tag) {
    private static final String DIGEST = "sha256:";

    public Image {
        requireNonNull(name, "name is null");
        requireNonNull(tag, "tag is null");
    }

    /** Reads {@code name:tag} and {@code name@sha256:...}; a port of the registry is no tag. */
    public static Image parse(String reference) {
        int at = reference.indexOf('@');
        int colon = reference.lastIndexOf(':');
        if (at >= 0) {
            return new Image(reference.substring(0, at), reference.substring(at + 1));
        }
        if (colon > reference.lastIndexOf('/')) {
            return new Image(reference.substring(0, colon), reference.substring(colon + 1));
        }
        return new Image(reference, "");
    }

    public boolean byDigest() {
        return tag.startsWith(DIGEST);
    }

    @Override
    public String toString() {
        if (tag.isEmpty()) {
            return name;
        }
        return name + (byDigest() ? "@" : ":") + tag;
    }
}
