package facility.rules;

import facility.Facility;
import facility.JupyterHub;
import facility.Problems;
import facility.hub.Announcement;
import facility.hub.Link;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.ZoneId;

/** An announcement has a window that a clock can show, and links lead somewhere. */
final class LoginPageIsShown implements Rule {
    private static final String PATH = "hub.loginPage";

    @Override
    public void check(Facility facility, Problems problems) {
        JupyterHub hub = facility.hub();
        for (Link link : hub.loginPage().links()) {
            if (!leads(link.url())) {
                problems.add(
                        PATH + ".links[" + link.name() + "].url",
                        "leads nowhere",
                        "\"" + link.url() + "\"",
                        "https://host/path or mailto:somebody@host",
                        "correct it");
            }
        }
        if (!isZone(hub.timeZone())) {
            problems.add(
                    "hub.timeZone",
                    "is no time zone",
                    "\"" + hub.timeZone() + "\"",
                    "a name of the tz database such as America/Chicago or UTC",
                    "correct it");
        } else {
            hub.loginPage().announcement().ifPresent(announcement -> window(announcement, hub.timeZone(), problems));
        }
    }

    private static void window(Announcement announcement, String zone, Problems problems) {
        moment(PATH + ".announcement.start", announcement.start(), zone, problems);
        moment(PATH + ".announcement.end", announcement.end(), zone, problems);
        var start = Announcement.moment(announcement.start(), zone);
        var end = Announcement.moment(announcement.end(), zone);
        if (start.isPresent() && end.isPresent() && !start.get().isBefore(end.get())) {
            problems.add(
                    PATH + ".announcement.end",
                    "is not after the start",
                    "\"" + announcement.end() + "\"",
                    "later than " + announcement.start(),
                    "correct one of the two");
        }
        if (announcement.text().isBlank()) {
            problems.add(PATH + ".announcement.text", "says nothing", "\"\"", "some words", "write the notice");
        }
    }

    private static void moment(String path, String clock, String zone, Problems problems) {
        if (Announcement.moment(clock, zone).isEmpty()) {
            problems.add(
                    path,
                    "is no time of a clock in " + zone,
                    "\"" + clock + "\"",
                    "YYYY-MM-DD HH:MM, such as 2026-12-01 08:00, and no hour that summer time skips",
                    "correct it");
        }
    }

    private static boolean isZone(String name) {
        try {
            return ZoneId.getAvailableZoneIds().contains(ZoneId.of(name).getId());
        } catch (DateTimeException none) {
            return false;
        }
    }

    private static boolean leads(String address) {
        try {
            var uri = new URI(address);
            return ("https".equals(uri.getScheme()) && uri.getHost() != null)
                    || ("mailto".equals(uri.getScheme())
                            && uri.getSchemeSpecificPart().contains("@"));
        } catch (URISyntaxException malformed) {
            return false;
        }
    }
}
