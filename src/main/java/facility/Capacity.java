package facility;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the node pools and Ceph can give, or what quotas promise of it.
 *
 * @param cpu cores
 * @param memory bytes
 * @param pods how many pods the kubelets take
 * @param slices MIG slices, whole cards and shares of cards, by {@link GpuResource}
 * @param storage bytes, by storage class
 */
public record Capacity(
        Quantity cpu, Quantity memory, int pods, Map<String, Integer> slices, Map<String, Quantity> storage) {
    public Capacity {
        slices = Collections.unmodifiableMap(new TreeMap<>(slices));
        storage = Collections.unmodifiableMap(new TreeMap<>(storage));
    }

    /** What there is: all nodes of all pools, and each storage class's share of Ceph. */
    public static Capacity of(Facility facility) {
        Quantity cpu = Quantity.ZERO;
        Quantity memory = Quantity.ZERO;
        int pods = 0;
        for (NodePool pool : facility.cluster().nodePools()) {
            cpu = cpu.plus(pool.cpu().times(pool.nodes()));
            memory = memory.plus(pool.memory().times(pool.nodes()));
            pods += pool.pods() * pool.nodes();
        }
        var storage = new TreeMap<String, Quantity>();
        facility.storage().classes().forEach(offered -> storage.put(offered.name(), offered.capacity()));
        return new Capacity(cpu, memory, pods, facility.slices(), storage);
    }

    /** What the quotas of all namespaces promise together. */
    public static Capacity promised(Facility facility) {
        Quantity cpu = Quantity.ZERO;
        Quantity memory = Quantity.ZERO;
        int pods = 0;
        var slices = new TreeMap<String, Integer>();
        var storage = new TreeMap<String, Quantity>();
        for (Namespace namespace : facility.namespaces()) {
            cpu = cpu.plus(namespace.quota().cpu());
            memory = memory.plus(namespace.quota().memory());
            pods += namespace.quota().pods();
            namespace.quota().gpu().forEach((profile, count) -> slices.merge(profile, count, Integer::sum));
            namespace.quota().storage().forEach((name, bytes) -> storage.merge(name, bytes, Quantity::plus));
        }
        return new Capacity(cpu, memory, pods, slices, storage);
    }
}
