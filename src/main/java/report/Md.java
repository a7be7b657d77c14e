package report;

import java.util.Locale;

/** Markdown that says what it is given and nothing else: no value can end a block, start a tag, or call somebody. */
final class Md {
    private static final int SHORTEST_FENCE = 3;

    private Md() {}

    /** Prose: every character that means something in Markdown or HTML is escaped. */
    static String text(String text) {
        var escaped = new StringBuilder();
        for (char each : FieldLines.clean(text).toCharArray()) {
            switch (each) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                    // A comment within keeps a host from seeing a person's or an issue's name in it.
                case '@' -> escaped.append("@<!-- -->");
                case '#', '!', '~', '$' -> escaped.append('\\').append(each);
                case '\\', '`', '*', '_', '[', ']', '|', '{', '}' -> escaped.append('\\')
                        .append(each);
                default -> escaped.append(each);
            }
        }
        return escaped.toString();
    }

    /** Code within a line, with a fence longer than any in it; in a table's cell a bar would end the cell even there. */
    static String code(String text) {
        String clean = FieldLines.clean(text).replace("|", "\u2502");
        String fence = "`".repeat(longestRun(clean) + 1);
        String pad = clean.startsWith("`") || clean.endsWith("`") || clean.isBlank() ? " " : "";
        return fence + pad + clean + pad + fence;
    }

    /** Lines in a block of their own. */
    static String block(String language, String lines) {
        String fence = "`".repeat(Math.max(SHORTEST_FENCE, longestRun(lines) + 1));
        return fence + language + "\n" + lines + (lines.endsWith("\n") ? "" : "\n") + fence + "\n";
    }

    /** What a summary element shows, which is HTML. */
    static String html(String text) {
        return FieldLines.clean(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("@", "@<!-- -->");
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
        for (char each : text.toCharArray()) {
            run = each == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
