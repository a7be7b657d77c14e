package facility.rules;

import facility.Facility;
import facility.Problems;
import facility.checkmk.Checkmk;
import facility.checkmk.Downtime;
import facility.checkmk.Levels;
import facility.checkmk.Usage;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What CheckMK would refuse, or take and never tell anybody of. */
final class CheckmkMakesSense implements Rule {
    private static final String PATH = "checkmk";

    /** OMD's own rule for site names. */
    private static final Pattern SITE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,15}");

    private static final Pattern FOLDER = Pattern.compile("[-A-Za-z0-9_.]+");
    private static final Pattern HOST = Pattern.compile("[-A-Za-z0-9_.]+");

    @Override
    public void check(Facility facility, Problems problems) {
        facility.checkmk().ifPresent(checkmk -> {
            https("server", checkmk.server(), problems);
            https("api", checkmk.api(), problems);
            if (checkmk.usage() instanceof Usage.Prometheus prometheus) {
                https("usage.url", prometheus.url(), problems);
            }
            form("site", checkmk.site(), SITE, "at most 16 letters, digits and \"_\", no digit first", problems);
            form("folder", checkmk.folder(), FOLDER, "letters, digits, \"-\", \"_\" and \".\"", problems);
            form("cluster", checkmk.cluster(), HOST, "letters, digits, \"-\", \"_\" and \".\"", problems);
            form("user", checkmk.user(), Pattern.compile("[^\\s\\p{Cntrl}]+"), "one word", problems);
            if (facility.hosts().containsValue(checkmk.cluster())) {
                problems.add(
                        PATH + ".cluster",
                        "is the name of two hosts of CheckMK",
                        "\"" + checkmk.cluster() + "\"",
                        "a name that no service has as its host",
                        "give the cluster another name");
            }
            rising("responseTime", checkmk.responseTime(), problems);
            falling(checkmk.certificate(), problems);
            checkmk.downtimes().forEach(downtime -> downtime(facility, checkmk, downtime, problems));
        });
    }

    private static void https(String field, String value, Problems problems) {
        if (!value.matches("https://[a-z0-9][-a-z0-9.]*(:[0-9]{1,5})?")) {
            problems.add(
                    PATH + "." + field,
                    "is no address of TLS",
                    "\"" + value + "\"",
                    "https:// and a host, with a port if it is not 443",
                    "correct the address");
        }
    }

    private static void form(String field, String value, Pattern form, String words, Problems problems) {
        if (!form.matcher(value).matches()) {
            problems.add(
                    PATH + "." + field,
                    "is no name that CheckMK takes",
                    "\"" + value + "\"",
                    words,
                    "correct the name");
        }
    }

    private static void rising(String field, Levels levels, Problems problems) {
        if (levels.warn().compareTo(levels.crit()) >= 0 || levels.warn().isZero()) {
            problems.add(
                    PATH + "." + field,
                    "warns no earlier than it is critical",
                    levels.warn().toSeconds() + "s and " + levels.crit().toSeconds() + "s",
                    "above 0s, warn below crit",
                    "swap them or change one");
        }
    }

    /** Of a remaining time the larger one comes first. */
    private static void falling(Levels levels, Problems problems) {
        if (levels.warn().compareTo(levels.crit()) <= 0) {
            problems.add(
                    PATH + ".certificate",
                    "warns no earlier than it is critical",
                    levels.warn().toDays() + "d and " + levels.crit().toDays() + "d before the end",
                    "warn above crit: more time is left at the warning",
                    "swap them or change one");
        }
    }

    private static void downtime(Facility facility, Checkmk checkmk, Downtime downtime, Problems problems) {
        String path = PATH + ".downtimes[" + downtime.name() + "]";
        var hosts = hosts(facility, checkmk);
        hosts.add(checkmk.cluster());
        if (!hosts.contains(downtime.host())) {
            problems.add(
                    path + ".host",
                    "is no host that is declared",
                    "\"" + downtime.host() + "\"",
                    String.join(", ", hosts),
                    "name one of them");
        }
        var start = time(path + ".start", downtime.start(), problems);
        var end = time(path + ".end", downtime.end(), problems);
        if (start.isPresent() && end.isPresent() && !end.get().isAfter(start.get())) {
            problems.add(
                    path + ".end",
                    "is not after the start",
                    downtime.end(),
                    "a time after " + downtime.start(),
                    "correct one of the two");
        }
    }

    private static Set<String> hosts(Facility facility, Checkmk checkmk) {
        var hosts = new TreeSet<>(facility.hosts().values());
        facility.gpu().services().forEach(service -> hosts.add(checkmk.hostOf(service)));
        return hosts;
    }

    private static Optional<OffsetDateTime> time(String path, String text, Problems problems) {
        try {
            return Optional.of(OffsetDateTime.parse(text));
        } catch (DateTimeException wrong) {
            problems.add(
                    path,
                    "is no time",
                    "\"" + text + "\"",
                    "date, time and offset, such as 2026-12-01T08:00:00-06:00",
                    "write it that way");
            return Optional.empty();
        }
    }
}
