package facility.console;

import facility.console.ConsoleLink.Location;
import java.util.List;

/** What the console of every environment shows. */
public final class SharedConsole {
    private SharedConsole() {}

    public static Console of() {
        return new Console(
                List.of(
                        link("documentation", "Analysis facility: documentation", "https://docs.example.org/eaf"),
                        link("feedback", "Analysis facility: feedback", "https://feedback.example.org/eaf"),
                        // The login page's mailto: is no address that the console takes.
                        link(
                                "security",
                                "Analysis facility: report a security problem",
                                "https://security.example.org/report")),
                List.of());
    }

    private static ConsoleLink link(String name, String text, String href) {
        return new ConsoleLink(name, text, href, Location.HELP_MENU);
    }
}
