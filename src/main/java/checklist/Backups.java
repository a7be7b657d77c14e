package checklist;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import kube.Declared;
import kube.Labels;

/** How old the newest usable snapshot of each declared claim is. */
final class Backups implements Check {
    private static final ResourceDefinitionContext SNAPSHOTS = new ResourceDefinitionContext.Builder()
            .withGroup("snapshot.storage.k8s.io")
            .withVersion("v1")
            .withKind("VolumeSnapshot")
            .withPlural("volumesnapshots")
            .withNamespaced(true)
            .build();

    @Override
    public String id() {
        return "backups";
    }

    @Override
    public Item look(Subject subject) {
        Duration most = subject.facility().operations().backupMaxAge();
        Map<String, Instant> newest = newest(subject);
        var missing = new TreeSet<String>();
        for (Declared declared : subject.objects()) {
            if (declared.object() instanceof PersistentVolumeClaim kept
                    && isCephs(subject, kept)
                    && !kept.getMetadata().getLabels().containsKey(Labels.FILLED_FROM)) {
                Optional<Instant> taken = Optional.ofNullable(newest.get(declared.name()));
                String claim = "claim " + declared.name();
                if (taken.isEmpty()) {
                    missing.add(claim + ": has no usable VolumeSnapshot; take one, and wait for its readyToUse");
                } else if (taken.get().isBefore(subject.now().minus(most))) {
                    missing.add(claim + ": its newest VolumeSnapshot is of " + taken.get() + "; take another");
                }
            }
        }
        return Item.failedBy(
                id(),
                "every declared claim of Ceph has a snapshot of the last " + most.toHours() + " hours",
                List.copyOf(missing));
    }

    /** An area of the laboratory's NFS server and CVMFS are kept elsewhere, and no snapshot of them can be taken. */
    private static boolean isCephs(Subject subject, PersistentVolumeClaim claim) {
        return subject.facility()
                .storage()
                .storageClass(claim.getSpec().getStorageClassName())
                .isPresent();
    }

    /** By claim, {@code <namespace>/<name>}; a snapshot that cannot be restored from does not count. */
    private static Map<String, Instant> newest(Subject subject) {
        var newest = new TreeMap<String, Instant>();
        for (GenericKubernetesResource snapshot : subject.client()
                .genericKubernetesResources(SNAPSHOTS)
                .inAnyNamespace()
                .list()
                .getItems()) {
            String claim = snapshot.get("spec", "source", "persistentVolumeClaimName");
            Object usable = snapshot.get("status", "readyToUse");
            String taken = snapshot.get("status", "creationTime");
            if (claim != null && Boolean.TRUE.equals(usable) && taken != null) {
                newest.merge(
                        snapshot.getMetadata().getNamespace() + "/" + claim,
                        Instant.parse(taken),
                        (a, b) -> a.isAfter(b) ? a : b);
            }
        }
        return newest;
    }
}
