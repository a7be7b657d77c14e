package facility.storage;

import static java.util.Objects.requireNonNull;

import facility.SecretValue;
import java.util.List;

/**
 * The drivers of ceph-csi that stand alone, without Rook.
 *
 * @param namespace where they run: their own, with an exception below {@code cluster.privileged}
 */
public record CephCsi(String namespace, List<CephCluster> clusters) {
    /** Accounts of Ceph and their keys; the name is no secret, but ceph-csi reads both from one Secret. */
    public static final SecretValue RBD_USER =
            SecretValue.text("cephRbdUser", "is the name of the Ceph account that makes and maps block volumes");

    public static final SecretValue RBD_KEY = SecretValue.text("cephRbdKey", "is that account's key");
    public static final SecretValue CEPHFS_USER =
            SecretValue.text("cephFsUser", "is the name of the Ceph account that makes and mounts file systems");
    public static final SecretValue CEPHFS_KEY = SecretValue.text("cephFsKey", "is that account's key");

    public CephCsi {
        requireNonNull(namespace, "namespace is null");
        clusters = List.copyOf(clusters);
    }

    public List<SecretValue> secrets() {
        return List.of(CEPHFS_KEY, CEPHFS_USER, RBD_KEY, RBD_USER);
    }
}
