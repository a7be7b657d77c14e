package stacks.monitoring;

import facility.Storage;
import facility.StorageClass;
import facility.monitoring.Thresholds;
import java.util.ArrayList;
import java.util.Map;
import stacks.monitoring.Alert.Severity;

/** Ceph as a whole, and what the claims of each class hold of the class's declared capacity. */
final class StorageRules {
    static final String CLAIMED = "facility:storage_class_claimed_bytes:sum";

    private StorageRules() {}

    static RuleGroup of(String namespace, Storage storage, Thresholds limits) {
        var recordings = new ArrayList<Recording>();
        var alerts = new ArrayList<Alert>();
        alerts.add(new Alert(
                "CephFills",
                Severity.CRITICAL,
                "sum(ceph_cluster_total_used_bytes) / sum(ceph_cluster_total_bytes) > "
                        + PromQl.share(limits.storageUse()),
                limits.sustainedFor(),
                "Ceph fills: at 95% it stops every write.",
                Map.of()));
        for (StorageClass offered : storage.classes()) {
            // A bucket's claim is no PersistentVolumeClaim: Ceph's own fill counts it.
            if (offered.kind() != StorageClass.Kind.BUCKET) {
                var labels = Map.of("storageclass", offered.name());
                recordings.add(new Recording(CLAIMED, claimed(offered.name()), labels));
                alerts.add(new Alert(
                        "StorageClassFills",
                        Severity.WARNING,
                        CLAIMED + "{storageclass=\"" + offered.name() + "\"} / " + PromQl.number(offered.capacity())
                                + " > " + PromQl.share(limits.storageUse()),
                        limits.sustainedFor(),
                        "The claims of " + offered.name() + " hold most of its declared capacity.",
                        labels));
            }
        }
        return new RuleGroup("storage", namespace, recordings, alerts);
    }

    private static String claimed(String storageClass) {
        return "sum(max by (namespace, persistentvolumeclaim)"
                + " (kube_persistentvolumeclaim_resource_requests_storage_bytes)\n"
                + "  * on (namespace, persistentvolumeclaim)"
                + " max by (namespace, persistentvolumeclaim) (kube_persistentvolumeclaim_info{storageclass=\""
                + storageClass + "\"}))";
    }
}
