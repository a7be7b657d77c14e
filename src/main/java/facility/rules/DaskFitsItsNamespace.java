package facility.rules;

import facility.Facility;
import facility.Named;
import facility.Nearest;
import facility.Problems;
import facility.Quantity;
import facility.dask.Choice;
import facility.dask.DaskGateway;
import facility.dask.SchedulerDoor;
import java.util.List;

/** What Dask Gateway may start fits: a worker on a node, a cluster within its limits, and one cluster into the quota. */
final class DaskFitsItsNamespace implements Rule {
    @Override
    public void check(Facility facility, Problems problems) {
        DaskGateway dask = facility.dask();
        choice("dask.workerCores", dask.workerCores(), problems);
        choice("dask.workerMemory", dask.workerMemory(), problems);
        if (dask.images().isEmpty()) {
            problems.add("dask.images", "is empty", "{}", "at least one image", "add one");
        }
        limits(dask, problems);
        largest(facility, dask, problems);
        door(dask.door(), problems);
        var namespace = facility.namespace(dask.namespace());
        if (namespace.isEmpty()) {
            var names = facility.namespaces().stream().map(Named::name).toList();
            String hint = Nearest.hint(dask.namespace(), names);
            problems.add(
                    "dask.namespace",
                    "is no declared namespace",
                    "\"" + dask.namespace() + "\"",
                    "declared are " + String.join(", ", names),
                    hint.isEmpty() ? "add it under namespaces" : hint);
            return;
        }
        var quota = namespace.get().quota();
        String path = Paths.of(namespace.get()) + ".quota.";
        within("dask.limits.cores", Quantity.of(dask.limits().cores()), path + "cpu", quota.cpu(), problems);
        within("dask.limits.memory", dask.limits().memory(), path + "memory", quota.memory(), problems);
        within(
                "dask.limits.workers",
                // Its scheduler, and the gateway's own three pods.
                Quantity.of(dask.limits().workers() + 4L),
                path + "pods",
                Quantity.of(quota.pods()),
                problems);
    }

    private static void choice(String path, Choice choice, Problems problems) {
        if (!choice.makesSense()) {
            problems.add(
                    path,
                    "is no choice",
                    "min " + choice.min() + ", standard " + choice.standard() + ", max " + choice.max(),
                    "1 or more, with standard from min to max",
                    "correct it");
        }
    }

    private static void limits(DaskGateway dask, Problems problems) {
        var limits = dask.limits();
        if (limits.idleTimeout().toSeconds() < 1) {
            problems.add(
                    "dask.limits.idleTimeout",
                    "never ends a cluster",
                    limits.idleTimeout().toSeconds() + "s",
                    "more than 0: Dask Gateway takes 0 for never",
                    "write how long a cluster may idle");
        }
        if (limits.clusters() < 1 || limits.workers() < 1) {
            problems.add(
                    "dask.limits",
                    "lets nobody start a cluster",
                    limits.clusters() + " clusters, " + limits.workers() + " workers",
                    "at least 1 of each",
                    "raise them");
        }
        within(
                "dask.workerCores.max",
                Quantity.of(dask.workerCores().max()).plus(dask.schedulerCpu()),
                "dask.limits.cores, with the scheduler beside it,",
                Quantity.of(limits.cores()),
                problems);
        within(
                "dask.workerMemory.max",
                dask.largestWorkerMemory().plus(dask.schedulerMemory()),
                "dask.limits.memory, with the scheduler beside it,",
                limits.memory(),
                problems);
    }

    private static void largest(Facility facility, DaskGateway dask, Problems problems) {
        var cores = Quantity.of(dask.workerCores().max());
        boolean fits = facility.cluster().nodePools().stream()
                .anyMatch(pool -> pool.nodes() > 0
                        && pool.cpu().compareTo(cores) >= 0
                        && pool.memory().compareTo(dask.largestWorkerMemory()) >= 0);
        if (!fits) {
            problems.add(
                    "dask",
                    "offers a worker that fits on no node",
                    cores + " cores and " + dask.largestWorkerMemory(),
                    "what one node of a pool has",
                    "lower workerCores.max or workerMemory.max");
        }
    }

    private static void door(SchedulerDoor door, Problems problems) {
        if (!DnsName.isHost(door.host())) {
            problems.add("dask.door.host", "is no host name", "\"" + door.host() + "\"", "a DNS name", "correct it");
        }
        boolean whole = door.externalIPs().isEmpty() == (door.use() != SchedulerDoor.Kind.EXTERNAL_IP)
                && door.nodePort().isPresent() == (door.use() == SchedulerDoor.Kind.NODE_PORT);
        if (!whole) {
            problems.add(
                    "dask.door",
                    "has settings that are not those of its kind",
                    door.use().key(),
                    "externalIPs with externalIP, nodePort with nodePort, neither with loadBalancer",
                    "add or remove them");
        }
        // The range of node ports that Kubernetes and OKD keep by default.
        List<Integer> range = List.of(30000, 32767);
        door.nodePort()
                .filter(port -> port < range.get(0) || port > range.get(1))
                .ifPresent(port -> problems.add(
                        "dask.door.nodePort",
                        "is no node port",
                        String.valueOf(port),
                        "from " + range.get(0) + " to " + range.get(1),
                        "correct it"));
    }

    private static void within(String path, Quantity asked, String what, Quantity most, Problems problems) {
        if (asked.compareTo(most) > 0) {
            problems.add(
                    path, "asks for too much", asked.toString(), what + " is " + most, "lower it or raise the other");
        }
    }
}
