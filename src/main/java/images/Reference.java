package images;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of an image, taken apart as container engines do.
 *
 * @param host of the registry, with its port if it names one: {@code quay.io}, {@code 127.0.0.1:5000}
 * @param repository within it: {@code jupyterhub/k8s-hub}
 * @param tag empty where only a digest is named
 * @param digest {@code sha256:<64 hex digits>}; with it, the tag says nothing
 */
public record Reference(String host, String repository, Optional<String> tag, Optional<String> digest) {
    static final String DOCKER_HUB = "docker.io";

    // The grammar of github.com/distribution/reference, which container engines read names by.
    private static final Pattern HOST = Pattern.compile(
            "(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*|\\[[0-9A-Fa-f:]+])(?::[0-9]{1,5})?");
    private static final Pattern REPOSITORY =
            Pattern.compile("[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*");
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}");
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128}");

    /** The longest name that registries take, host and repository together. */
    private static final int LONGEST = 255;

    public Reference {
        requireNonNull(host, "host is null");
        requireNonNull(repository, "repository is null");
        requireNonNull(tag, "tag is null");
        requireNonNull(digest, "digest is null");
    }

    /**
     * Takes a name apart. A first part that is no host means Docker Hub, one part alone its {@code library}, and neither tag
     * nor digest the tag {@code latest}.
     *
     * @throws IllegalArgumentException with a sentence, when no image can have that name
     */
    public static Reference parse(String image) {
        int at = image.indexOf('@');
        Optional<String> digest = at < 0 ? Optional.empty() : Optional.of(image.substring(at + 1));
        digest.ifPresent(text -> require(DIGEST, text, "is no digest", "sha256: with 64 hex digits"));
        String named = at < 0 ? image : image.substring(0, at);
        int colon = named.lastIndexOf(':');
        boolean tagged = colon > named.lastIndexOf('/');
        Optional<String> tag = tagged ? Optional.of(named.substring(colon + 1)) : Optional.empty();
        tag.ifPresent(text -> require(TAG, text, "is no tag", "letters, digits, _ . and -, at most 128"));
        String name = tagged ? named.substring(0, colon) : named;
        String host = host(name);
        String path = host.isEmpty() ? name : name.substring(host.length() + 1);
        boolean ofHub = host.isEmpty() || host.equals(DOCKER_HUB) || host.equals("index." + DOCKER_HUB);
        String repository = ofHub && !path.contains("/") ? "library/" + path : path;
        require(REPOSITORY, repository, "is no repository", "parts in lower case between slashes");
        if (!ofHub) {
            require(HOST, host, "is no registry", "a host, and a port if it has another than 443");
        }
        if (host.length() + 1 + repository.length() > LONGEST) {
            throw new IllegalArgumentException("its name is longer than the " + LONGEST + " characters that may be");
        }
        return new Reference(
                ofHub ? DOCKER_HUB : host,
                repository,
                tag.or(() -> digest.isPresent() ? Optional.empty() : Optional.of("latest")),
                digest);
    }

    /** Empty where the first part is none. */
    private static String host(String name) {
        int slash = name.indexOf('/');
        String first = slash < 0 ? "" : name.substring(0, slash);
        return first.contains(".") || first.contains(":") || first.equals("localhost") ? first : "";
    }

    private static void require(Pattern form, String text, String what, String allowed) {
        if (!form.matcher(text).matches()) {
            throw new IllegalArgumentException("\"" + text + "\" " + what + "; " + allowed);
        }
    }

    /** What a registry is asked for: the digest, or the tag. */
    String wanted() {
        return digest.or(() -> tag).orElseThrow();
    }

    /** Where its API is; Docker Hub's has a host of its own. */
    String apiHost() {
        return host.equals(DOCKER_HUB) ? "registry-1." + DOCKER_HUB : host;
    }

    /** With everything that goes without saying. */
    @Override
    public String toString() {
        return host + "/" + repository + tag.map(":"::concat).orElse("")
                + digest.map("@"::concat).orElse("");
    }
}
