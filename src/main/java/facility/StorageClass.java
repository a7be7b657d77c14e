package facility;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One kind of storage that a claim can ask for.
 *
 * @param driver whose provisioners serve it
 * @param clusterId the Ceph cluster in ceph-csi's configuration, which with Rook is its namespace; for buckets, the
 *     namespace of the object store
 * @param pool the RBD pool, the CephFS file system's name, or the object store's name
 * @param dataPool where a volume's data lie, if not where Ceph puts them by itself: an erasure-coded pool, or one of the
 *     file system's
 * @param capacity bytes that the claims of this class may hold together
 * @param isDefault whether claims that name no class get this one
 */
public record StorageClass(
        String name,
        Kind kind,
        Driver driver,
        String clusterId,
        String pool,
        Optional<String> dataPool,
        Quantity capacity,
        ReclaimPolicy reclaimPolicy,
        boolean isDefault)
        implements Named {
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

    /** Who brings the provisioners, and with them the names of drivers and Secrets. */
    public enum Driver implements Keyed {
        /** Rook's operator. */
        ROOK("rook"),
        /** Ceph-csi's own manifests or charts. */
        CEPH_CSI("ceph-csi");

        private final String key;

        Driver(String key) {
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
        requireNonNull(driver, "driver is null");
        requireNonNull(clusterId, "clusterId is null");
        requireNonNull(pool, "pool is null");
        requireNonNull(dataPool, "dataPool is null");
        requireNonNull(capacity, "capacity is null");
        requireNonNull(reclaimPolicy, "reclaimPolicy is null");
    }
}
