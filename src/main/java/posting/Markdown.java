package posting;

/** Words that are to be read as they are, whatever they hold. */
final class Markdown {
    /** What begins something in Markdown or HTML, or ends a table's cell. */
    private static final String SPECIAL = "&<>|`*_[]\\~#";

    private Markdown() {}

    static String cell(String words) {
        var text = new StringBuilder();
        words.strip().codePoints().forEach(point -> {
            if (SPECIAL.indexOf(point) >= 0) {
                text.append("&#").append(point).append(';');
            } else if (Character.isISOControl(point) || Character.isWhitespace(point)) {
                text.append(' ');
            } else {
                text.appendCodePoint(point);
            }
        });
        return text.toString();
    }

    /** A link's target, which a parenthesis or a pipe would end too early. */
    static String target(java.net.URI address) {
        return address.toASCIIString().replace("(", "%28").replace(")", "%29").replace("|", "%7C");
    }
}
