package facility.console;

import static java.util.Objects.requireNonNull;

import facility.Keyed;
import facility.Named;
import java.util.Optional;

/**
 * A banner about a maintenance. The console shows it as long as it is declared, so its text tells when.
 *
 * @param text what happens, in one line, without the time
 * @param start as a clock in the hub's time zone shows it: {@code 2026-12-01 08:00}
 * @param end in the same form
 * @param color of the text, as CSS writes it
 * @param backgroundColor likewise
 */
public record ConsoleNotification(
        String name,
        String text,
        String start,
        String end,
        Location location,
        Optional<String> color,
        Optional<String> backgroundColor,
        Optional<Link> link)
        implements Named {
    public ConsoleNotification {
        requireNonNull(name, "name is null");
        requireNonNull(text, "text is null");
        requireNonNull(start, "start is null");
        requireNonNull(end, "end is null");
        requireNonNull(location, "location is null");
        requireNonNull(color, "color is null");
        requireNonNull(backgroundColor, "backgroundColor is null");
        requireNonNull(link, "link is null");
    }

    /**
     * Where to read more.
     *
     * @param href an address; the console takes https alone
     */
    public record Link(String text, String href) {
        public Link {
            requireNonNull(text, "text is null");
            requireNonNull(href, "href is null");
        }
    }

    /** Where the banner stands. */
    public enum Location implements Keyed {
        BANNER_TOP("BannerTop"),
        BANNER_BOTTOM("BannerBottom"),
        BANNER_TOP_BOTTOM("BannerTopBottom");

        private final String key;

        Location(String key) {
            this.key = key;
        }

        @Override
        public String key() {
            return key;
        }
    }

    /** The text with its time: {@code 2026-12-01 08:00 to 12:00 (America/Chicago): OKD is upgraded}. */
    public String shown(String zone) {
        int date = "2026-12-01 ".length();
        boolean oneDay = start.length() > date
                && end.length() > date
                && start.substring(0, date).equals(end.substring(0, date));
        return start + " to " + (oneDay ? end.substring(date) : end) + " (" + zone + "): " + text;
    }
}
