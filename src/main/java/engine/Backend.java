package engine;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import target.RefusedException;

/**
 * Where the engine keeps an environment's state.
 *
 * @param url as the engine takes it: {@code file:///srv/state}, {@code s3://bucket/path?endpoint=...}, {@code postgres://...}
 */
record Backend(String url) {
    static final String VARIABLE = "PULUMI_BACKEND_URL";

    /** Those in which the engine keeps files of its own, locks among them (pkg/backend/diy). */
    private static final Set<String> WITH_LOCKS = Set.of("file", "s3", "gs", "azblob", "postgres");

    private static final Pattern USER_AND_PASSWORD = Pattern.compile("^[^:/?]+://[^/?@]*:[^/?]*@.*", Pattern.DOTALL);
    private static final List<String> SECRET_SETTINGS = List.of("password", "secret", "token");

    /**
     * The engine writes the address into its folder and its refusals, and {@code facility env} prints it.
     *
     * @throws RefusedException when there is a password in it
     */
    static Backend of(String url) {
        if (USER_AND_PASSWORD.matcher(url).matches() || namesSecret(url)) {
            throw new RefusedException(
                    VARIABLE + ": holds a password, \"" + scheme(url) + "://***\"; an address without"
                            + " one, for it is written to files and printed; take it out and set PGPASSFILE or PGPASSWORD for"
                            + " PostgreSQL, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY or AWS_PROFILE for S3");
        }
        return new Backend(url);
    }

    private static boolean namesSecret(String url) {
        int settings = url.indexOf('?');
        if (settings < 0) {
            return false;
        }
        for (String setting : url.substring(settings + 1).split("&", -1)) {
            String name = setting.replaceFirst("=.*", "").toLowerCase(Locale.ROOT);
            if (SECRET_SETTINGS.stream().anyMatch(name::contains)) {
                return true;
            }
        }
        return false;
    }

    private static String scheme(String url) {
        return url.replaceFirst("(?s):.*", "");
    }

    /** @throws RefusedException for a service that has no locks which the engine could name */
    void requireLocks() {
        if (!WITH_LOCKS.contains(scheme(url))) {
            throw new RefusedException(
                    VARIABLE + ": keeps its locks itself, \"" + scheme(url) + "\"; locks are shown of "
                            + String.join(", ", WITH_LOCKS.stream().sorted().toList())
                            + " backends; ask the service who holds the state");
        }
    }
}
