package facility.rules;

import facility.Facility;
import facility.Problems;
import java.util.TreeMap;

/** Hosts are DNS names without scheme, port or path, and no two services claim the same one. */
final class HostsAreNames implements Rule {
    @Override
    public void check(Facility facility, Problems problems) {
        name("cluster.ingressDomain", facility.cluster().ingressDomain(), problems);
        var claimed = new TreeMap<String, String>();
        facility.hosts().forEach((path, host) -> {
            name(path, host, problems);
            String first = claimed.putIfAbsent(host, path);
            if (first != null) {
                problems.add(
                        path,
                        "is claimed twice",
                        "\"" + host + "\"",
                        "each host for one service; the first is " + first,
                        "give one of the two another host");
            }
        });
    }

    private static void name(String path, String host, Problems problems) {
        if (!DnsName.isHost(host)) {
            problems.add(
                    path,
                    "is no host name",
                    "\"" + host + "\"",
                    "labels of a-z, 0-9 and \"-\" joined by dots, at most " + DnsName.LENGTH + " characters",
                    fix(host));
        }
    }

    private static String fix(String host) {
        if (host.contains("://")) {
            return "remove the scheme";
        }
        return host.equals(host.toLowerCase(java.util.Locale.ROOT)) ? "correct the name" : "write it in lower case";
    }
}
