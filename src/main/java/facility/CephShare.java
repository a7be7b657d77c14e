package facility;

import static java.util.Objects.requireNonNull;

import facility.storage.Bucket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A part of Ceph: all parts together are what it holds.
 *
 * @param key {@code storage[cephfs-homes]}, {@code snapshots} or {@code not given}
 * @param given bytes of Ceph
 * @param promised bytes of it that quotas promise; empty where no quota counts
 * @param claimed bytes that homes, databases and buckets claim by what is declared of them; empty where none can
 * @param by what claims them
 */
public record CephShare(
        String key, Quantity given, Optional<Quantity> promised, Optional<Quantity> claimed, List<String> by) {
    public CephShare {
        requireNonNull(key, "key is null");
        requireNonNull(given, "given is null");
        requireNonNull(promised, "promised is null");
        requireNonNull(claimed, "claimed is null");
        by = List.copyOf(by);
    }

    /** The classes by name, then what snapshots are kept, then the rest. */
    public static List<CephShare> of(Facility facility) {
        Storage storage = facility.storage();
        var promised = Capacity.promised(facility).storage();
        var shares = new TreeMap<String, CephShare>();
        for (StorageClass offered : storage.classes()) {
            shares.put(
                    offered.name(), ofClass(facility, offered, promised.getOrDefault(offered.name(), Quantity.ZERO)));
        }
        var all = new ArrayList<>(shares.values());
        all.add(without("snapshots", storage.snapshotReserve(), "storage.snapshotReserve"));
        Quantity given = all.stream().map(CephShare::given).reduce(Quantity.ZERO, Quantity::plus);
        all.add(without("not given", storage.capacity().minus(given), "storage.capacity"));
        return all;
    }

    private static CephShare ofClass(Facility facility, StorageClass offered, Quantity promised) {
        Quantity claimed = Quantity.ZERO;
        var by = new ArrayList<String>();
        JupyterHub hub = facility.hub();
        if (hub.homes().storageClass().equals(offered.name())) {
            claimed = claimed.plus(hub.homes().size().times(hub.users().accounts()));
            by.add(hub.users().accounts() + " homes");
        }
        if (hub.database() instanceof Database.SqlitePvc file
                && file.storageClass().equals(offered.name())) {
            claimed = claimed.plus(file.size());
            by.add("hub.database");
        }
        for (Bucket bucket : facility.storage().buckets()) {
            if (bucket.storageClass().equals(offered.name())) {
                claimed = claimed.plus(bucket.maxSize());
                by.add("bucket " + bucket.name());
            }
        }
        return new CephShare(
                "storage[" + offered.name() + "]", offered.capacity(), Optional.of(promised), Optional.of(claimed), by);
    }

    private static CephShare without(String key, Quantity given, String by) {
        return new CephShare(key, given, Optional.empty(), Optional.empty(), List.of(by));
    }
}
