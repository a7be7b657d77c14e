package facility;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * A secret that the facility needs. Only its name is declared; the value comes from the environment's
 * {@code facility:secrets}, and on a twin from the twin itself.
 *
 * @param path its path below {@code facility:secrets}, such as {@code hubCookieSecret}
 * @param purpose what it is for, in words for the one who has to set it
 * @param form what its value looks like
 */
public record SecretValue(String path, String purpose, Form form) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\(secret [^)]+\\)");

    public SecretValue {
        requireNonNull(path, "path is null");
        requireNonNull(purpose, "purpose is null");
        requireNonNull(form, "form is null");
    }

    /** What a value looks like, and the command that gives one. */
    public enum Form {
        /** 32 random bytes. */
        HEX("[0-9a-f]{64}", "64 hexadecimal digits", "openssl rand -hex 32"),
        /** What somebody else gave: one line. */
        TEXT("[^\\p{Cntrl}]{8,}", "one line of at least 8 characters", "cat FILE-WITH-THE-SECRET"),
        /** A certificate with its chain, or a key. */
        PEM(
                "-----BEGIN [A-Z ]+-----\n[^\\x00-\\x09\\x0b-\\x1f]+-----END [A-Z ]+-----\n?",
                "PEM, from -----BEGIN to -----END",
                "cat FILE.pem"),
        /** A login to registries, as {@code docker login} leaves it. */
        DOCKER_CONFIG(
                "\\s*\\{\\s*\"auths\"\\s*:\\s*\\{[\\s\\S]+\\}\\s*\\}\\s*",
                "{\"auths\": {...}}, as docker login leaves it",
                "cat config.json");

        private final Pattern pattern;
        private final String words;
        private final String source;

        Form(String pattern, String words, String source) {
            this.pattern = Pattern.compile(pattern);
            this.words = words;
            this.source = source;
        }

        /** A value for a twin, made of hexadecimal digits. */
        public String made(String hex) {
            return switch (this) {
                case HEX, TEXT, PEM -> hex;
                case DOCKER_CONFIG -> "{\"auths\":{\"registry.invalid\":{\"auth\":\"" + hex + "\"}}}";
            };
        }

        public boolean fits(String value) {
            return pattern.matcher(value).matches();
        }

        public String words() {
            return words;
        }

        /** A shell command whose output is a value. */
        public String source() {
            return source;
        }
    }

    /** Random bytes that nobody has to remember. */
    public static SecretValue hex(String path, String purpose) {
        return new SecretValue(path, purpose, Form.HEX);
    }

    /** A secret that another service's owner hands over. */
    public static SecretValue text(String path, String purpose) {
        return new SecretValue(path, purpose, Form.TEXT);
    }

    /** A certificate or a key that an authority handed over. */
    public static SecretValue pem(String path, String purpose) {
        return new SecretValue(path, purpose, Form.PEM);
    }

    /** A login to registries that their owner hands over. */
    public static SecretValue dockerConfig(String path, String purpose) {
        return new SecretValue(path, purpose, Form.DOCKER_CONFIG);
    }

    /** What stands for the value wherever a declaration is shown or compared. */
    public String placeholder() {
        return "(secret " + path + ")";
    }

    /** Whether a text is some secret's placeholder. */
    public static boolean isPlaceholder(String text) {
        return PLACEHOLDER.matcher(text).matches();
    }
}
