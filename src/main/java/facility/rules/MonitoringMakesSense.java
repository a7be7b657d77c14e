package facility.rules;

import facility.Facility;
import facility.Nearest;
import facility.Percent;
import facility.Problems;
import facility.monitoring.Monitoring;
import facility.monitoring.Thresholds;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Intervals and thresholds with which an alert can fire, and fires for a reason; addresses that can be asked. */
final class MonitoringMakesSense implements Rule {
    private static final String PATH = "monitoring";

    /** Below it the hub's own metrics cost more than they tell. */
    private static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(10);

    /** The rules' shortest window is 5m: rate() needs two samples in it, and one may be lost. */
    private static final Duration LONGEST_INTERVAL = Duration.ofMinutes(2);

    @Override
    public void check(Facility facility, Problems problems) {
        Monitoring monitoring = facility.monitoring();
        namespace(facility, problems);
        times(monitoring, problems);
        shares(monitoring.thresholds(), problems);
        addresses(monitoring, problems);
        probes(facility, problems);
        labels(monitoring, problems);
    }

    private static void namespace(Facility facility, Problems problems) {
        String name = facility.monitoring().namespace();
        if (facility.namespace(name).isEmpty()) {
            var names = facility.namespaces().stream().map(each -> each.name()).toList();
            String hint = Nearest.hint(name, names);
            problems.add(
                    PATH + ".namespace",
                    "is no declared namespace",
                    "\"" + name + "\"",
                    "declared are " + String.join(", ", names),
                    hint.isEmpty() ? "add it under namespaces" : hint);
        }
    }

    private static void times(Monitoring monitoring, Problems problems) {
        Duration interval = monitoring.scrapeInterval();
        if (interval.compareTo(SHORTEST_INTERVAL) < 0 || interval.compareTo(LONGEST_INTERVAL) > 0) {
            problems.add(
                    PATH + ".scrapeInterval",
                    "is out of range",
                    interval.toSeconds() + "s",
                    "10s to 2m: the rules look at windows of 5m",
                    "correct it");
        }
        Thresholds limits = monitoring.thresholds();
        if (limits.sustainedFor().compareTo(interval.multipliedBy(2)) < 0) {
            problems.add(
                    PATH + ".thresholds.sustainedFor",
                    "is too short",
                    limits.sustainedFor().toSeconds() + "s",
                    "at least two scrapes, " + interval.multipliedBy(2).toSeconds()
                            + "s, or one lost scrape is an alert",
                    "raise it");
        }
        Duration timeout = monitoring.probes().timeout();
        if (timeout.isZero() || timeout.plusSeconds(1).compareTo(interval) >= 0) {
            problems.add(
                    PATH + ".probes.timeout",
                    "does not fit the scrape interval",
                    timeout.toSeconds() + "s",
                    "at least 1s, and with a second more below scrapeInterval " + interval.toSeconds() + "s",
                    "correct it");
        }
        positive(limits, problems);
        if (limits.responseTime().compareTo(timeout) >= 0) {
            problems.add(
                    PATH + ".thresholds.responseTime",
                    "is never reached",
                    limits.responseTime().toSeconds() + "s",
                    "below probes.timeout " + timeout.toSeconds() + "s, at which the request has failed",
                    "lower it");
        }
    }

    private static void positive(Thresholds limits, Problems problems) {
        var times = new TreeMap<>(Map.of(
                "spawnDuration", limits.spawnDuration(),
                "stopDuration", limits.stopDuration(),
                "pollDuration", limits.pollDuration(),
                "hubStartup", limits.hubStartup(),
                "responseTime", limits.responseTime(),
                "workersPending", limits.workersPending(),
                "certificateLeft", limits.certificateLeft()));
        times.forEach((key, time) -> {
            if (time.isZero()) {
                problems.add(
                        PATH + ".thresholds." + key, "is always reached", "0s", "more than 0s", "correct the time");
            }
        });
        if (limits.gpuSlicesFree() < 0) {
            problems.add(
                    PATH + ".thresholds.gpuSlicesFree",
                    "is negative",
                    "" + limits.gpuSlicesFree(),
                    "0 or more; 0 for no alert",
                    "correct the count");
        }
    }

    private static void shares(Thresholds limits, Problems problems) {
        var shares = new TreeMap<String, Percent>(Map.of(
                "failures", limits.failures(),
                "serverErrors", limits.serverErrors(),
                "storageUse", limits.storageUse(),
                "quotaUse", limits.quotaUse()));
        shares.forEach((key, share) -> {
            if (share.value() < 1 || share.value() > 99) {
                problems.add(
                        PATH + ".thresholds." + key,
                        "is no share that is passed",
                        share.toString(),
                        "1% to 99%: below, it always holds; above, never",
                        "correct the share");
            }
        });
    }

    private static void addresses(Monitoring monitoring, Problems problems) {
        https(PATH + ".runbooks", monitoring.runbooks(), problems);
        new TreeMap<>(monitoring.probes().others())
                .forEach((name, url) -> https(PATH + ".probes.others[" + name + "]", url, problems));
    }

    private static void https(String path, String url, Problems problems) {
        boolean good;
        try {
            URI address = URI.create(url);
            good = "https".equals(address.getScheme()) && address.getHost() != null;
        } catch (IllegalArgumentException malformed) {
            good = false;
        }
        if (!good) {
            problems.add(path, "is no https address", "\"" + url + "\"", "https://HOST/PATH", "correct the address");
        }
    }

    private static void probes(Facility facility, Problems problems) {
        var hosts = facility.hosts();
        var probes = facility.monitoring().probes();
        new TreeMap<>(probes.paths()).forEach((host, asked) -> {
            String path = PATH + ".probes.paths[" + host + "]";
            if (!hosts.containsKey(host)) {
                String hint = Nearest.hint(host, hosts.keySet());
                problems.add(
                        path,
                        "is of no declared host",
                        "\"" + host + "\"",
                        "declared are " + String.join(", ", hosts.keySet()),
                        hint.isEmpty() ? "remove it" : hint);
            }
            if (!asked.startsWith("/")) {
                problems.add(path, "is no path", "\"" + asked + "\"", "begins with /", "correct the path");
            }
        });
        probes.others().keySet().stream()
                .sorted()
                .filter(name -> !DnsName.isLabel(name) || hosts.containsKey(name + ".host"))
                .forEach(name -> problems.add(
                        PATH + ".probes.others[" + name + "]",
                        "is no name of its own",
                        "\"" + name + "\"",
                        "a-z, 0-9 and \"-\", and none that a declared host's probe has",
                        "rename it"));
    }

    private static void labels(Monitoring monitoring, Problems problems) {
        monitoring.labels().keySet().stream()
                .sorted()
                .filter(label -> !label.matches("[a-zA-Z_][a-zA-Z0-9_]*")
                        || label.equals("severity")
                        || label.equals("alertname"))
                .forEach(label -> problems.add(
                        PATH + ".labels[" + label + "]",
                        "is no label for alerts",
                        "\"" + label + "\"",
                        "letters, digits and _, not severity or alertname, which each alert sets itself",
                        "rename it"));
    }
}
