package facility.rules;

import java.util.regex.Pattern;

/** The two shapes of names that Kubernetes takes from DNS (RFC 1123). */
final class DnsName {
    /** Characters in one label, and in a whole name. */
    static final int LABEL_LENGTH = 63;

    static final int LENGTH = 253;

    private static final String LABEL_SHAPE = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
    private static final Pattern LABEL = Pattern.compile(LABEL_SHAPE);
    private static final Pattern HOST = Pattern.compile(LABEL_SHAPE + "(\\." + LABEL_SHAPE + ")+");

    private DnsName() {}

    static boolean isLabel(String text) {
        return text.length() <= LABEL_LENGTH && LABEL.matcher(text).matches();
    }

    /** A name of at least two labels, without scheme, port or path. */
    static boolean isHost(String text) {
        return text.length() <= LENGTH
                && HOST.matcher(text).matches()
                && Pattern.compile("\\.").splitAsStream(text).allMatch(DnsName::isLabel);
    }
}
