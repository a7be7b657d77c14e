package posting;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The first line of what we post, which nobody sees. It is compared whole, up to the end of the line: {@code dev} never
 * finds {@code dev2}, and who quotes the comment has {@code >} before it.
 */
record Marker(String line) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    static Marker ofComment(Review review) {
        return of("review", review);
    }

    static Marker ofThread(Review review) {
        return of("danger", review);
    }

    private static Marker of(String what, Review review) {
        List<String> environments = review.environments().stream().sorted().toList();
        return new Marker("<!-- facility:" + what + " project=" + review.project() + " environments="
                + String.join(",", environments) + " -->");
    }

    /** Hosts hand line ends back as they please. */
    boolean begins(String text) {
        return text.equals(line) || text.startsWith(line + "\n") || text.startsWith(line + "\r\n");
    }

    /** What may stand in the marker without ending it. */
    static void requireName(String what, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    what + ": no name, \"" + name + "\"; letters, digits, dots, dashes and underscores");
        }
    }
}
