package facility.rules;

import facility.Facility;
import facility.Problems;
import facility.console.ConsoleLink;
import facility.console.ConsoleNotification;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/** The console's links lead somewhere by https, and its banners have a time, words, and colours to read them in. */
final class ConsoleIsReadable implements Rule {
    /** Of CSS's ways to write a colour, those that a person recognises. */
    private static final Pattern COLOR = Pattern.compile("#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})|[a-z]+");

    @Override
    public void check(Facility facility, Problems problems) {
        for (ConsoleLink link : facility.console().links()) {
            String path = "console.links[" + link.name() + "]";
            line(path + ".text", link.text(), problems);
            https(path + ".href", link.href(), problems);
        }
        String zone = facility.hub().timeZone();
        for (ConsoleNotification notification : facility.console().notifications()) {
            String path = "console.notifications[" + notification.name() + "]";
            line(path + ".text", notification.text(), problems);
            notification.link().ifPresent(link -> {
                line(path + ".link.text", link.text(), problems);
                https(path + ".link.href", link.href(), problems);
            });
            colors(path, notification, problems);
            if (isZone(zone)) {
                ClockWindow.check(path, notification.start(), notification.end(), zone, problems);
            }
        }
    }

    private static void line(String path, String text, Problems problems) {
        if (text.isBlank() || text.lines().count() > 1) {
            problems.add(
                    path,
                    "is not one line",
                    "\"" + text.strip().lines().findFirst().orElse("") + "\"",
                    "some words in one line",
                    "write it as one line");
        }
    }

    private static void https(String path, String href, Problems problems) {
        if (!isHttps(href)) {
            problems.add(
                    path,
                    "is no address that the console takes",
                    "\"" + href + "\"",
                    "https://host/path, and neither http nor mailto",
                    href.startsWith("mailto:") ? "name a page that gives the address" : "correct it");
        }
    }

    private static boolean isHttps(String href) {
        try {
            var uri = new URI(href);
            return "https".equals(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    private static void colors(String path, ConsoleNotification notification, Problems problems) {
        color(path + ".color", notification.color(), problems);
        color(path + ".backgroundColor", notification.backgroundColor(), problems);
        boolean same = notification
                .color()
                .filter(text -> notification
                        .backgroundColor()
                        .filter(text::equalsIgnoreCase)
                        .isPresent())
                .isPresent();
        if (same) {
            problems.add(
                    path + ".color",
                    "is the background's colour too",
                    "\"" + notification.color().get() + "\"",
                    "another than backgroundColor, or nobody can read the text",
                    "change one of the two");
        }
    }

    private static void color(String path, Optional<String> color, Problems problems) {
        color.filter(written -> !COLOR.matcher(written).matches())
                .ifPresent(written -> problems.add(
                        path,
                        "is no colour",
                        "\"" + written + "\"",
                        "#rgb, #rrggbb or a name of CSS, such as \"#0088ce\" or white",
                        "correct it"));
    }

    /** A zone that is none is named as the hub's own fault. */
    private static boolean isZone(String name) {
        try {
            return !ZoneId.of(name).getId().isEmpty();
        } catch (DateTimeException none) {
            return false;
        }
    }
}
