package stacks.storage;

import facility.storage.NfsArea;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Map;
import kube.Labels;

/** An NFS area as a volume that is made by hand, and the one claim that it is kept for. */
final class NfsVolume {
    private NfsVolume() {}

    static PersistentVolume volume(NfsArea area, String namespace) {
        var builder = new PersistentVolumeBuilder()
                .withNewMetadata()
                .withName(area.claim())
                .withLabels(Labels.common())
                .endMetadata()
                .withNewSpec()
                .withCapacity(Map.of("storage", size(area)))
                .withAccessModes(mode(area))
                .withPersistentVolumeReclaimPolicy("Retain")
                // A server that is away makes its users wait; a soft mount would lose what they write.
                .withMountOptions(area.readOnly() ? new String[] {"hard", "ro"} : new String[] {"hard"})
                .withNewNfs()
                .withServer(area.server())
                .withPath(area.path())
                // Absent, not false: the API server does not keep a false here.
                .withReadOnly(area.readOnly() ? true : null)
                .endNfs()
                .withNewClaimRef()
                .withApiVersion("v1")
                .withKind("PersistentVolumeClaim")
                .withNamespace(namespace)
                .withName(area.claim())
                .endClaimRef()
                .endSpec();
        return builder.build();
    }

    static PersistentVolumeClaim claim(NfsArea area, String namespace) {
        return new PersistentVolumeClaimBuilder()
                .withNewMetadata()
                .withName(area.claim())
                .withNamespace(namespace)
                .withLabels(Labels.common())
                .endMetadata()
                .withNewSpec()
                .withAccessModes(mode(area))
                // Empty, not absent: an absent class is the default one, and Ceph would make a volume.
                .withStorageClassName("")
                .withVolumeName(area.claim())
                .withNewResources()
                .addToRequests("storage", size(area))
                .endResources()
                .endSpec()
                .build();
    }

    private static Quantity size(NfsArea area) {
        return new Quantity(area.size().toString());
    }

    private static String mode(NfsArea area) {
        return area.readOnly() ? "ReadOnlyMany" : "ReadWriteMany";
    }
}
