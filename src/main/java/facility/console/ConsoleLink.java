package facility.console;

import static java.util.Objects.requireNonNull;

import facility.Keyed;
import facility.Named;

/**
 * A link of the console's menus.
 *
 * @param text what people read
 * @param href an address; the console takes https alone
 */
public record ConsoleLink(String name, String text, String href, Location location) implements Named {
    public ConsoleLink {
        requireNonNull(name, "name is null");
        requireNonNull(text, "text is null");
        requireNonNull(href, "href is null");
        requireNonNull(location, "location is null");
    }

    /** Which menu it stands in. */
    public enum Location implements Keyed {
        HELP_MENU("HelpMenu"),
        USER_MENU("UserMenu");

        private final String key;

        Location(String key) {
            this.key = key;
        }

        @Override
        public String key() {
            return key;
        }
    }
}
