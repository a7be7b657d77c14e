package facility;

import static java.util.Objects.requireNonNull;

/**
 * One kind of storage that a claim can ask for.
 *
 * @param clusterId the Ceph cluster in ceph-csi's configuration; for buckets, the namespace of the object store
 * @param pool the RBD pool, the CephFS file system's name, or the object store's name
 * @param capacity bytes that the claims of this class may hold together
 * @param isDefault whether claims that name no class get this one
 */
public record StorageClass(String name, Kind kind, String clusterId, String pool, Quantity capacity,
        ReclaimPolicy reclaimPolicy, boolean isDefault) implements Named {
    /** The three ways in which Ceph is mounted or reached. */
    public enum Kind implements Keyed {
        /** A file system that many pods share: homes. */
        CEPHFS("cephfs"),
        /** A block device for one pod: a service's disk. */
        RBD("rbd"),
        /** Objects over S3. */
        BUCKET("bucket");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        @Override
        public String key() {
            return key;
        }
    }

    public StorageClass {
        requireNonNull(name, "name is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(clusterId, "clusterId is null");
        requireNonNull(pool, "pool is null");
        requireNonNull(capacity, "capacity is null");
        requireNonNull(reclaimPolicy, "reclaimPolicy is null");
    }
}
