package facility.rules;

import facility.Problems;
import facility.hub.Announcement;

/** The time of an announcement: a start and an end that a clock of the zone can show, in this order. */
final class ClockWindow {
    private ClockWindow() {}

    /** @param path of what has the fields {@code start} and {@code end} */
    static void check(String path, String start, String end, String zone, Problems problems) {
        var from = Announcement.moment(start, zone);
        var to = Announcement.moment(end, zone);
        moment(path + ".start", start, from.isPresent(), zone, problems);
        moment(path + ".end", end, to.isPresent(), zone, problems);
        if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
            problems.add(
                    path + ".end",
                    "is not after the start",
                    "\"" + end + "\"",
                    "later than " + start,
                    "correct one of the two");
        }
    }

    private static void moment(String path, String clock, boolean exists, String zone, Problems problems) {
        if (!exists) {
            problems.add(
                    path,
                    "is no time of a clock in " + zone,
                    "\"" + clock + "\"",
                    "YYYY-MM-DD HH:MM, such as 2026-12-01 08:00, and no hour that summer time skips",
                    "correct it");
        }
    }
}
