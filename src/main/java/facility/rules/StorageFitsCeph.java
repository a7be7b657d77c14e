package facility.rules;

import facility.Facility;
import facility.Named;
import facility.Problems;
import facility.Quantity;
import facility.StorageClass;
import facility.storage.CephCsi;
import java.util.List;

/** The storage classes share Ceph and no more, and at most one of them is the default. */
final class StorageFitsCeph implements Rule {
    /** Ceph-csi writes the cluster's id into each volume handle and takes no longer one. */
    private static final int CLUSTER_ID_LENGTH = 36;

    @Override
    public void check(Facility facility, Problems problems) {
        Quantity sum = Quantity.ZERO;
        String defaultClass = "";
        for (StorageClass offered : facility.storage().classes()) {
            String path = "storage.classes[" + offered.name() + "]";
            sum = sum.plus(offered.capacity());
            amount(path + ".capacity", offered.capacity(), problems);
            driver(facility, offered, path, problems);
            if (offered.clusterId().isEmpty() || offered.clusterId().length() > CLUSTER_ID_LENGTH) {
                problems.add(
                        path + ".clusterId",
                        "is no cluster of Ceph",
                        "\"" + offered.clusterId() + "\"",
                        "from 1 to " + CLUSTER_ID_LENGTH + " characters, by ceph-csi",
                        "write the name that ceph-csi's configuration uses");
            }
            if (offered.isDefault()) {
                oneDefault(offered, path + ".isDefault", defaultClass, problems);
                defaultClass = defaultClass.isEmpty() ? offered.name() : defaultClass;
            }
        }
        within(facility, sum.plus(facility.storage().snapshotReserve()), problems);
    }

    private static void driver(Facility facility, StorageClass offered, String path, Problems problems) {
        if (offered.driver() == StorageClass.Driver.ROOK) {
            return;
        }
        if (offered.kind() == StorageClass.Kind.BUCKET) {
            problems.add(
                    path + ".driver",
                    "gives no buckets",
                    "\"" + offered.driver().key() + "\"",
                    "rook: only its operator answers claims for buckets",
                    "write rook, or remove the class");
            return;
        }
        var clusters = facility.storage().cephCsi().map(CephCsi::clusters).orElse(List.of()).stream()
                .map(Named::name)
                .toList();
        if (!clusters.contains(offered.clusterId())) {
            problems.add(
                    path + ".clusterId",
                    "is no cluster that ceph-csi knows",
                    "\"" + offered.clusterId() + "\"",
                    clusters.isEmpty() ? "none is declared" : "declared are " + String.join(", ", clusters),
                    "add it under storage.cephCsi.clusters");
        }
    }

    private static void amount(String path, Quantity quantity, Problems problems) {
        if (quantity.isZero() || quantity.isNegative()) {
            problems.add(path, "is no amount", quantity.toString(), "more than 0", "write what the class may hold");
        }
    }

    private static void oneDefault(StorageClass offered, String path, String defaultClass, Problems problems) {
        if (!defaultClass.isEmpty()) {
            problems.add(
                    path,
                    "is a second default",
                    "true",
                    "one default class; " + defaultClass + " is one",
                    "set one of the two to false");
        } else if (offered.kind() == StorageClass.Kind.BUCKET) {
            problems.add(
                    path,
                    "is a default that no claim can use",
                    "true",
                    "a class of kind cephfs or rbd: buckets are no volumes",
                    "set it to false");
        }
    }

    private static void within(Facility facility, Quantity sum, Problems problems) {
        Quantity capacity = facility.storage().capacity();
        if (sum.compareTo(capacity) > 0) {
            problems.add(
                    "storage.capacity",
                    "is less than its classes and the snapshots together",
                    capacity.toString(),
                    "they hold " + sum + ", which is " + sum.minus(capacity).readable() + " more",
                    "lower a class's capacity or storage.snapshotReserve");
        }
    }
}
