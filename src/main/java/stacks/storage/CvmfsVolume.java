package stacks.storage;

import facility.storage.Cvmfs;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.storage.StorageClassBuilder;
import java.util.List;
import kube.Labels;

/** All of CVMFS as one volume: a class of cvmfs-csi without a repository is its automounter. */
final class CvmfsVolume {
    private CvmfsVolume() {}

    static List<HasMetadata> of(String namespace) {
        return List.of(
                new StorageClassBuilder()
                        .withNewMetadata()
                        .withName(Cvmfs.CLAIM)
                        .withLabels(Labels.common())
                        .endMetadata()
                        .withProvisioner("cvmfs.csi.cern.ch")
                        .withReclaimPolicy("Delete")
                        .withVolumeBindingMode("Immediate")
                        .build(),
                new PersistentVolumeClaimBuilder()
                        .withNewMetadata()
                        .withName(Cvmfs.CLAIM)
                        .withNamespace(namespace)
                        .withLabels(Labels.common())
                        .endMetadata()
                        .withNewSpec()
                        .withAccessModes("ReadOnlyMany")
                        .withStorageClassName(Cvmfs.CLAIM)
                        .withNewResources()
                        // Kubernetes wants a size; the driver reads none.
                        .addToRequests("storage", new Quantity("1"))
                        .endResources()
                        .endSpec()
                        .build());
    }
}
