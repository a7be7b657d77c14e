package stacks.monitoring;

import facility.Facility;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** An address that is asked from outside. */
record ProbeTarget(String name, String url) {
    /** One for each host that a service claims, and the further ones. */
    static List<ProbeTarget> of(Facility facility) {
        var targets = new ArrayList<ProbeTarget>();
        var probes = facility.monitoring().probes();
        facility.hosts()
                .forEach((path, host) -> targets.add(new ProbeTarget(
                        name(path), "https://" + host + probes.paths().getOrDefault(path, "/"))));
        new TreeMap<>(probes.others()).forEach((name, url) -> targets.add(new ProbeTarget(name, url)));
        return targets;
    }

    /** {@code hub} of {@code hub.host}; what is no character of an object's name becomes a dash. */
    private static String name(String path) {
        return path.replaceAll("\\.host$", "")
                .replaceAll("([a-z])([A-Z])", "$1-$2")
                .toLowerCase(java.util.Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }
}
