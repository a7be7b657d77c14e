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
            hub.loginPage()
                    .announcement()
                    .ifPresent(announcement -> announcement(announcement, hub.timeZone(), problems));
        }
    }

    private static void announcement(Announcement announcement, String zone, Problems problems) {
        ClockWindow.check(PATH + ".announcement", announcement.start(), announcement.end(), zone, problems);
        if (announcement.text().isBlank()) {
            problems.add(PATH + ".announcement.text", "says nothing", "\"\"", "some words", "write the notice");
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
