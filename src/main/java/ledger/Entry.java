package ledger;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * A difference that is meant.
 *
 * @param path what may differ, and all below it; {@code [*]} stands for an element of any name
 * @param reason why, for whoever reads the difference before a promotion
 * @param line of the ledger, from 1
 */
record Entry(String path, String reason, int line) {
    private static final String ANY = "[*]";

    Entry {
        requireNonNull(path, "path is null");
        requireNonNull(reason, "reason is null");
    }

    /** Whether a path is this one or lies below it. */
    boolean covers(String other) {
        return pattern().matcher(other).matches();
    }

    private Pattern pattern() {
        var expression = new StringBuilder();
        int from = 0;
        for (int at = path.indexOf(ANY); at >= 0; at = path.indexOf(ANY, from)) {
            expression.append(Pattern.quote(path.substring(from, at))).append("\\[[^\\]]*\\]");
            from = at + ANY.length();
        }
        expression.append(Pattern.quote(path.substring(from))).append("([.\\[].*)?");
        return Pattern.compile(expression.toString(), Pattern.DOTALL);
    }
}
