package facility;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * Which release an environment is at: {@code facility:release} of its file, written by a promotion. It changes no object.
 *
 * @param commit the release's commit, 40 hexadecimal digits
 * @param digest of the release as a record: {@code sha256:} and 64 hexadecimal digits
 */
public record ReleasePin(String commit, String digest) {
    /** What a commit must look like, as a message says it. */
    public static final String COMMIT_FORM = "40 hexadecimal digits in quotes, as git rev-parse prints them";

    /** What a digest must look like, as a message says it. */
    public static final String DIGEST_FORM = "sha256: and 64 hexadecimal digits";

    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final int SHORT = 12;

    public ReleasePin {
        requireNonNull(commit, "commit is null");
        requireNonNull(digest, "digest is null");
        if (!isCommit(commit) || !isDigest(digest)) {
            throw new IllegalArgumentException("no pin: " + commit + ", " + digest);
        }
    }

    public static boolean isCommit(String text) {
        return COMMIT.matcher(text).matches();
    }

    public static boolean isDigest(String text) {
        return DIGEST.matcher(text).matches();
    }

    /** The digest's first twelve digits: enough to tell releases apart, and short enough for a branch's name. */
    public String shortDigest() {
        return digest.substring(digest.indexOf(':') + 1).substring(0, SHORT);
    }

    /** As git shows a commit. */
    public String shortCommit() {
        return commit.substring(0, SHORT);
    }
}
