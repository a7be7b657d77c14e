package facility.rules;

import facility.Capacity;
import facility.Collaboration;
import facility.Facility;
import facility.Flavour;
import facility.Namespace;
import facility.NodePool;
import facility.Problems;
import facility.Quantity;
import facility.Size;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Every offered flavour fits on a node of some pool, and once into the quota of the hub's namespace. */
final class FlavoursCanRun implements Rule {
    @Override
    public void check(Facility facility, Problems problems) {
        for (Collaboration collaboration : facility.catalogue().collaborations()) {
            for (Flavour flavour : collaboration.flavours()) {
                String path = Paths.of(collaboration, flavour);
                variables(flavour, path, problems);
                mount(flavour, path, problems);
            }
            for (Flavour flavour : collaboration.offered()) {
                String path = Paths.of(collaboration, flavour);
                // One without a size is FlavoursHaveTheirSize's to name.
                facility.catalogue().sizeOf(flavour).ifPresent(size -> {
                    node(facility, flavour, size, path, problems);
                    facility.namespace(facility.hub().namespace())
                            .ifPresent(namespace -> quota(facility, namespace, flavour, size, path, problems));
                });
            }
        }
    }

    private static void node(Facility facility, Flavour flavour, Size size, String path, Problems problems) {
        var pools = facility.cluster().nodePools().stream()
                .filter(pool -> pool.nodes() > 0)
                .toList();
        if (flavour.gpu().isPresent() && facility.layoutsResolve()) {
            String profile = flavour.gpu().get();
            pools = pools.stream()
                    .filter(pool -> facility.slicesPerNode(pool).containsKey(profile))
                    .toList();
            if (pools.isEmpty()) {
                problems.add(
                        path + ".gpu",
                        "is a slice that no node pool has",
                        "\"" + profile + "\"",
                        "there are " + String.join(", ", facility.slices().keySet()),
                        "use one of these, give a pool a layout with " + profile + ", or set enabled to false");
                return;
            }
        }
        fits(pools, size, path, problems);
    }

    private static void fits(List<NodePool> pools, Size size, String path, Problems problems) {
        if (pools.stream().anyMatch(pool -> holds(pool, size))) {
            return;
        }
        var offers = new ArrayList<String>();
        pools.stream()
                .sorted(Comparator.comparing(NodePool::name))
                .forEach(pool -> offers.add(pool.name() + " has " + pool.cpu() + " and " + pool.memory()));
        problems.add(
                path,
                "fits on no node",
                "cpuGuarantee " + size.cpuGuarantee() + " and memoryGuarantee " + size.memoryGuarantee(),
                offers.isEmpty() ? "no pool has a node" : "a node of " + String.join(", ", offers),
                "lower its guarantees, or set enabled to false");
    }

    private static boolean holds(NodePool pool, Size size) {
        return pool.cpu().compareTo(size.cpuGuarantee()) >= 0 && pool.memory().compareTo(size.memoryGuarantee()) >= 0;
    }

    private static void quota(
            Facility facility, Namespace namespace, Flavour flavour, Size size, String path, Problems problems) {
        within(path + ".cpu", size.cpu(), namespace, "cpu", namespace.quota().cpu(), problems);
        within(
                path + ".memory",
                size.memory(),
                namespace,
                "memory",
                namespace.quota().memory(),
                problems);
        flavour.gpu()
                .filter(profile -> namespace.quota().gpu().getOrDefault(profile, 0) < 1)
                .filter(profile -> couldHave(facility, profile))
                .ifPresent(profile -> problems.add(
                        path + ".gpu",
                        "is a slice that the quota refuses",
                        "\"" + profile + "\"",
                        Paths.of(namespace) + ".quota.gpu has none of it, or others are promised all "
                                + facility.slices().get(profile),
                        "leave " + profile + " to it, or set enabled to false"));
    }

    /** What no node has was named before, and what is promised more often than it is there is QuotasFitTheCluster's. */
    private static boolean couldHave(Facility facility, String profile) {
        int offered = facility.slices().getOrDefault(profile, 0);
        return offered > 0 && Capacity.promised(facility).slices().getOrDefault(profile, 0) <= offered;
    }

    private static void within(
            String path, Quantity asked, Namespace namespace, String key, Quantity quota, Problems problems) {
        if (asked.compareTo(quota) > 0) {
            problems.add(
                    path,
                    "is above the namespace's whole quota",
                    asked.toString(),
                    Paths.of(namespace) + ".quota." + key + " is " + quota,
                    "lower it or raise the quota");
        }
    }

    private static void variables(Flavour flavour, String path, Problems problems) {
        for (String name : flavour.environment().keySet()) {
            if (!Variable.isName(name)) {
                problems.add(
                        path + ".environment[" + name + "]",
                        "is no name of a variable",
                        "\"" + name + "\"",
                        Variable.SHAPE,
                        "rename it");
            }
        }
    }

    private static void mount(Flavour flavour, String path, Problems problems) {
        flavour.homeMountPath()
                .filter(mount -> !mount.startsWith("/") || mount.contains(":") || mount.equals("/"))
                .ifPresent(mount -> problems.add(
                        path + ".homeMountPath",
                        "is no folder to mount at",
                        "\"" + mount + "\"",
                        "an absolute path below / without a colon",
                        "write one such as /tmphome"));
    }
}
