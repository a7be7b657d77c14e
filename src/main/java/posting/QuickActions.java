package posting;

import java.util.regex.Pattern;

/** GitLab carries out a line such as {@code /merge} of a note; a report's lines are to be read only. */
final class QuickActions {
    private static final Pattern ACTION = Pattern.compile("(?m)^(?=/[A-Za-z])");

    private QuickActions() {}

    /** With a space before, which Markdown does not show. */
    static String disarmed(String text) {
        return ACTION.matcher(text).replaceAll(" ");
    }
}
