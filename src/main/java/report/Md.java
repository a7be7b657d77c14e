package report;

import java.util.Locale;
import java.util.regex.Pattern;

/** Markdown that says what it is given and nothing else: no value can end a block, start a tag, or call somebody. */
final class Md {
    private static final int SHORTEST_FENCE = 3;

    /** A comment: nothing to a reader, but two words to a host that looks for names. */
    private static final String APART = "<!-- -->";

    private static final Pattern CALL = Pattern.compile("[@#:](?=\\S)|(?i:www)\\.(?=\\S)");

    /** The beginning of an ordered list. */
    private static final Pattern NUMBER = Pattern.compile("^(\\d{1,9})([.)])");

    private Md() {}

    /** Prose: every character that means something in Markdown or HTML is escaped. */
    static String text(String text) {
        var escaped = new StringBuilder();
        String clean = FieldLines.clean(text).strip();
        for (int at = 0; at < clean.length(); at++) {
            char each = clean.charAt(at);
            switch (each) {
                    // Named as GitLab escapes it: an escaped one is no epic's.
                case '&' -> escaped.append("\\&");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '@', '#', '!', '~', '$', '%', '^' -> escaped.append('\\').append(each);
                    // At its beginning it would be a list, a rule or a heading.
                case '-', '+', '=' -> escaped.append(escaped.isEmpty() ? "\\" : "")
                        .append(each);
                case '\\', '`', '*', '_', '[', ']', '|', '{', '}' -> escaped.append('\\')
                        .append(each);
                default -> escaped.append(each);
            }
        }
        return apart(NUMBER.matcher(escaped).replaceFirst("$1\\\\$2"));
    }

    /** Code within a line, with a fence longer than any in it; in a table's cell a bar would end the cell even there. */
    static String code(String text) {
        String clean = FieldLines.clean(text).replace("|", "\u2502");
        String fence = "`".repeat(longestRun(clean) + 1);
        String pad = clean.startsWith("`")
                        || clean.endsWith("`")
                        || clean.startsWith(" ")
                        || clean.endsWith(" ")
                        || clean.isEmpty()
                ? " "
                : "";
        return fence + pad + clean + pad + fence;
    }

    /** Lines in a block of their own. */
    static String block(String language, String lines) {
        String fence = "`".repeat(Math.max(SHORTEST_FENCE, longestRun(lines) + 1));
        return fence + language + "\n" + lines + (lines.endsWith("\n") ? "" : "\n") + fence + "\n";
    }

    /** What a summary element shows, which is HTML. */
    static String html(String text) {
        return apart(FieldLines.clean(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;"));
    }

    /** GitLab takes the backslash, GitHub this, for "nobody's name, no issue's, no address, no picture between colons". */
    private static String apart(String escaped) {
        return CALL.matcher(escaped).replaceAll("$0" + APART);
    }

    /** Folded away until somebody opens it. */
    static String details(String summary, String body, boolean open) {
        return String.format(
                Locale.ROOT,
                "<details%s><summary>%s</summary>\n\n%s\n</details>\n\n",
                open ? " open" : "",
                summary,
                body);
    }

    private static int longestRun(String text) {
        int longest = 0;
        int run = 0;
        for (int at = 0; at < text.length(); at++) {
            run = text.charAt(at) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
