package facility;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Declared against available, resource by resource: the arithmetic behind the check, previews and the command. */
public final class CapacityReport {
    /** Memory that is not there ends processes, and a slice or a byte of Ceph cannot be given twice. */
    private static final Percent WHOLE = new Percent(100);

    private CapacityReport() {}

    /** In the order cpu, memory, pods, slices, storage. */
    public static List<CapacityRow> of(Facility facility) {
        var there = Capacity.of(facility);
        var promised = Capacity.promised(facility);
        Cluster cluster = facility.cluster();
        var rows = new ArrayList<CapacityRow>();
        rows.add(row(facility, "cpu", "cores", Quota::cpu, there.cpu(), cluster.cpuOvercommit()));
        rows.add(row(facility, "memory", "bytes", Quota::memory, there.memory(), cluster.memoryOvercommit()));
        // A pod costs a node little until it runs: quotas on pods may promise as much as those on CPU.
        rows.add(row(
                facility,
                "pods",
                "pods",
                quota -> Quantity.of(quota.pods()),
                Quantity.of(there.pods()),
                cluster.cpuOvercommit()));
        for (String profile : union(there.slices(), promised.slices())) {
            var available = Quantity.of(there.slices().getOrDefault(profile, 0));
            rows.add(row(
                    facility,
                    "gpu[" + profile + "]",
                    GpuResource.unit(profile),
                    quota -> Quantity.of(quota.gpu().getOrDefault(profile, 0)),
                    available,
                    WHOLE));
        }
        for (String name : union(there.storage(), promised.storage())) {
            var available = there.storage().getOrDefault(name, Quantity.ZERO);
            rows.add(row(
                    facility,
                    "storage[" + name + "]",
                    "bytes",
                    quota -> quota.storage().getOrDefault(name, Quantity.ZERO),
                    available,
                    WHOLE));
        }
        return rows;
    }

    private static Set<String> union(Map<String, ?> first, Map<String, ?> second) {
        var all = new TreeSet<>(first.keySet());
        all.addAll(second.keySet());
        return all;
    }

    private static CapacityRow row(
            Facility facility,
            String key,
            String unit,
            Function<Quota, Quantity> share,
            Quantity available,
            Percent ceiling) {
        var byNamespace = new TreeMap<String, Quantity>();
        for (Namespace namespace : facility.namespaces()) {
            Quantity promised = share.apply(namespace.quota());
            if (!promised.isZero()) {
                byNamespace.put(namespace.name(), promised);
            }
        }
        return new CapacityRow(key, unit, byNamespace, available, ceiling);
    }
}
