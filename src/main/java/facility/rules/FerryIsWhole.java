package facility.rules;

import facility.Facility;
import facility.Problems;
import facility.ferry.Ferry;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;

/** The registry can be asked over TLS and at its own networks alone, and no reading of it can empty the hub. */
final class FerryIsWhole implements Rule {
    private static final String PATH = "ferry.";

    @Override
    public void check(Facility facility, Problems problems) {
        Ferry ferry = facility.ferry();
        address(ferry.url(), problems);
        networks(ferry, problems);
        ferry.caCertificate()
                .filter(pem -> !pem.startsWith("-----BEGIN CERTIFICATE-----"))
                .ifPresent(text -> problems.add(
                        PATH + "caCertificate",
                        "is no certificate",
                        "",
                        "PEM, -----BEGIN CERTIFICATE-----",
                        "paste it"));
        if (!CronSchedule.isOne(ferry.schedule())) {
            problems.add(
                    PATH + "schedule",
                    "is no schedule",
                    "\"" + ferry.schedule() + "\"",
                    "minute, hour, day, month and day of the week in numbers, such as \"7-59/15 * * * *\"",
                    "correct it");
        }
        if (ferry.deadline().compareTo(Duration.ofMinutes(1)) < 0) {
            problems.add(
                    PATH + "deadline",
                    "is too short",
                    ferry.deadline().toSeconds() + "s",
                    "at least 1m: the registry is asked once for each unit and group",
                    "raise it");
        }
        limit(ferry, problems);
    }

    private static void address(String url, Problems problems) {
        try {
            var uri = new URI(url);
            if ("https".equals(uri.getScheme()) && uri.getHost() != null && uri.getQuery() == null) {
                return;
            }
        } catch (URISyntaxException malformed) {
            // Reported below, like every other that is none.
        }
        problems.add(PATH + "url", "is no https address", "\"" + url + "\"", "https://host:port", "correct it");
    }

    private static void networks(Ferry ferry, Problems problems) {
        if (ferry.networks().isEmpty()) {
            problems.add(
                    PATH + "networks",
                    "is empty",
                    "[]",
                    "the networks that the registry answers from, or nothing reaches it",
                    "add one, such as 192.0.2.10/32");
        }
        for (int i = 0; i < ferry.networks().size(); i++) {
            String network = ferry.networks().get(i);
            if (!Cidr.isNetwork(network) || Cidr.isEverything(network)) {
                problems.add(
                        PATH + "networks[" + i + "]",
                        Cidr.isNetwork(network) ? "is the whole world" : "is no network",
                        "\"" + network + "\"",
                        "an address with its prefix length, such as 192.0.2.0/28",
                        "write the registry's own");
            }
        }
    }

    private static void limit(Ferry ferry, Problems problems) {
        int share = ferry.removals().share().value();
        if (ferry.removals().count() < 1) {
            problems.add(
                    PATH + "removals.count",
                    "lets nobody leave",
                    "" + ferry.removals().count(),
                    "at least 1",
                    "raise it; dryRun: true changes nothing at all");
        }
        if (share < 1 || share > 100) {
            problems.add(
                    PATH + "removals.share",
                    "is no share of the hub's people",
                    share + "%",
                    "from 1% to 100%",
                    "correct it");
        }
    }
}
