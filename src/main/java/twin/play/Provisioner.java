package twin.play;

import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.math.BigDecimal;
import java.util.Map;

/**
 * Plays the Ceph CSI provisioners: a claim of a class gets a volume while the class has capacity left, and stays Pending
 * with an event that says so beyond it. The control plane's own binder binds the two.
 */
final class Provisioner {
    private final KubernetesClient client;
    private final Map<String, BigDecimal> capacities;

    /** @param capacities bytes that each class may give away in all; a class not named here has no limit */
    Provisioner(KubernetesClient client, Map<String, BigDecimal> capacities) {
        this.client = client;
        this.capacities = Map.copyOf(capacities);
    }

    synchronized void provision(PersistentVolumeClaim claim) {
        if (claim.getSpec().getVolumeName() != null || claim.getMetadata().getDeletionTimestamp() != null) {
            return;
        }
        String name = claim.getSpec().getStorageClassName();
        StorageClass storageClass = name == null
                ? null
                : client.storage().v1().storageClasses().withName(name).get();
        if (storageClass == null || volumeExists(claim)) {
            return;
        }
        BigDecimal wanted = bytes(claim.getSpec().getResources().getRequests().get("storage"));
        BigDecimal left = capacities.containsKey(name) ? capacities.get(name).subtract(given(name)) : wanted;
        if (wanted.compareTo(left) > 0) {
            Events.warn(
                    client,
                    claim,
                    "ProvisioningFailed",
                    "storage class " + name + " has " + left.toBigInteger() + " bytes left, and the claim asks for "
                            + wanted.toBigInteger());
            return;
        }
        client.persistentVolumes().resource(volume(claim, storageClass)).create();
    }

    /** A released volume of a class that deletes goes away, and its capacity comes back. */
    synchronized void reclaim(PersistentVolume volume) {
        boolean released = volume.getStatus() != null
                && "Released".equals(volume.getStatus().getPhase());
        if (released && "Delete".equals(volume.getSpec().getPersistentVolumeReclaimPolicy())) {
            client.resource(volume).delete();
            provisionAll();
        }
    }

    /** Whatever still waits for a class, or for room in it. */
    void provisionAll() {
        client.persistentVolumeClaims().inAnyNamespace().list().getItems().forEach(this::provision);
    }

    private boolean volumeExists(PersistentVolumeClaim claim) {
        return client.persistentVolumes().withName(volumeName(claim)).get() != null;
    }

    private static String volumeName(PersistentVolumeClaim claim) {
        return "pvc-" + claim.getMetadata().getUid();
    }

    private BigDecimal given(String storageClass) {
        return client.persistentVolumes().list().getItems().stream()
                .filter(volume -> storageClass.equals(volume.getSpec().getStorageClassName()))
                .map(volume -> bytes(volume.getSpec().getCapacity().get("storage")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static PersistentVolume volume(PersistentVolumeClaim claim, StorageClass storageClass) {
        return new PersistentVolumeBuilder()
                .withNewMetadata()
                .withName(volumeName(claim))
                .addToAnnotations("pv.kubernetes.io/provisioned-by", storageClass.getProvisioner())
                .endMetadata()
                .withNewSpec()
                .withStorageClassName(storageClass.getMetadata().getName())
                .withPersistentVolumeReclaimPolicy(storageClass.getReclaimPolicy())
                .withAccessModes(claim.getSpec().getAccessModes())
                .withVolumeMode(claim.getSpec().getVolumeMode())
                .withCapacity(Map.of(
                        "storage", claim.getSpec().getResources().getRequests().get("storage")))
                .withNewClaimRef()
                .withApiVersion("v1")
                .withKind("PersistentVolumeClaim")
                .withNamespace(claim.getMetadata().getNamespace())
                .withName(claim.getMetadata().getName())
                .withUid(claim.getMetadata().getUid())
                .endClaimRef()
                .withNewCsi()
                .withDriver(storageClass.getProvisioner())
                .withVolumeHandle(volumeName(claim))
                .endCsi()
                .endSpec()
                .build();
    }

    private static BigDecimal bytes(Quantity quantity) {
        return Quantity.getAmountInBytes(quantity);
    }
}
