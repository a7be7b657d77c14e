package stacks.storage;

import facility.StorageClass;
import facility.storage.CephCsi;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.storage.StorageClassBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kube.Labels;

/**
 * A storage class as Ceph's provisioners read it, by Rook's names or by those of ceph-csi standing alone. Provisioner and
 * parameters of a class cannot be changed: another name here replaces a protected object.
 *
 * @see <a href="https://github.com/rook/rook/tree/v1.17.9/deploy/examples/csi">Rook's examples</a>
 */
record CephClass(StorageClass offered, Optional<CephCsi> cephCsi) {
    /** Rook's operator's namespace: the prefix of each driver. */
    private static final String ROOK = "rook-ceph";

    HasMetadata storageClass() {
        var builder = new StorageClassBuilder()
                .withNewMetadata()
                .withName(offered.name())
                .withLabels(Labels.common())
                .endMetadata()
                .withProvisioner(provisioner())
                .withParameters(parameters())
                .withReclaimPolicy(offered.reclaimPolicy().key())
                .withVolumeBindingMode("Immediate");
        if (offered.kind() != StorageClass.Kind.BUCKET) {
            builder.withAllowVolumeExpansion(true);
        }
        if (offered.kind() == StorageClass.Kind.RBD && !isRook()) {
            // As ceph-csi's example: what a file system frees goes back to the pool.
            builder.withMountOptions("discard");
        }
        if (offered.isDefault()) {
            builder.editMetadata()
                    .addToAnnotations("storageclass.kubernetes.io/is-default-class", "true")
                    .endMetadata();
        }
        return builder.build();
    }

    /** Of a class whose volumes can have snapshots. */
    Optional<GenericKubernetesResource> snapshotClass() {
        if (offered.kind() == StorageClass.Kind.BUCKET) {
            return Optional.empty();
        }
        return Optional.of(new GenericKubernetesResourceBuilder()
                .withApiVersion("snapshot.storage.k8s.io/v1")
                .withKind("VolumeSnapshotClass")
                .withNewMetadata()
                .withName(offered.name())
                .withLabels(Labels.common())
                .endMetadata()
                .addToAdditionalProperties("driver", provisioner())
                .addToAdditionalProperties("deletionPolicy", "Delete")
                .addToAdditionalProperties(
                        "parameters",
                        new TreeMap<>(Map.of(
                                "clusterID", offered.clusterId(),
                                "csi.storage.k8s.io/snapshotter-secret-name", secretName("provisioner"),
                                "csi.storage.k8s.io/snapshotter-secret-namespace", secretNamespace())))
                .build());
    }

    private boolean isRook() {
        return offered.driver() == StorageClass.Driver.ROOK;
    }

    private String provisioner() {
        String prefix = isRook() ? ROOK + "." : "";
        return switch (offered.kind()) {
            case CEPHFS -> prefix + "cephfs.csi.ceph.com";
            case RBD -> prefix + "rbd.csi.ceph.com";
                // Rook's operator is the only provisioner of claims for buckets.
            case BUCKET -> ROOK + ".ceph.rook.io/bucket";
        };
    }

    private Map<String, String> parameters() {
        var parameters = new TreeMap<String, String>();
        switch (offered.kind()) {
            case CEPHFS -> {
                parameters.put("clusterID", offered.clusterId());
                parameters.put("fsName", offered.pool());
                offered.dataPool().ifPresent(pool -> parameters.put("pool", pool));
                secrets(parameters);
            }
            case RBD -> {
                parameters.put("clusterID", offered.clusterId());
                parameters.put("pool", offered.pool());
                offered.dataPool().ifPresent(pool -> parameters.put("dataPool", pool));
                if (isRook()) {
                    parameters.put("imageFormat", "2");
                }
                parameters.put("imageFeatures", "layering");
                parameters.put("csi.storage.k8s.io/fstype", "ext4");
                secrets(parameters);
            }
            case BUCKET -> {
                parameters.put("objectStoreName", offered.pool());
                parameters.put("objectStoreNamespace", offered.clusterId());
            }
        }
        return parameters;
    }

    /** Which account each step of a volume's life uses. */
    private void secrets(Map<String, String> parameters) {
        for (String step : List.of("provisioner", "controller-expand", "node-stage")) {
            String account = step.equals("node-stage") ? "node" : "provisioner";
            parameters.put("csi.storage.k8s.io/" + step + "-secret-name", secretName(account));
            parameters.put("csi.storage.k8s.io/" + step + "-secret-namespace", secretNamespace());
        }
    }

    /** Rook makes a Secret for each account; ceph-csi alone reads one for all steps. */
    private String secretName(String account) {
        String system = offered.kind() == StorageClass.Kind.CEPHFS ? "cephfs" : "rbd";
        return isRook() ? "rook-csi-" + system + "-" + account : "csi-" + system + "-secret";
    }

    private String secretNamespace() {
        return isRook() ? offered.clusterId() : cephCsi.map(CephCsi::namespace).orElse("");
    }
}
