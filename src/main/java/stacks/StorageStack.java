package stacks;

import facility.Storage;
import facility.StorageClass;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.storage.StorageClassBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kube.Declared;
import kube.Labels;

/** What Ceph offers, by class: file systems for homes, block devices for services, buckets; and snapshots of the two. */
public final class StorageStack implements Stack {
    /** Rook's names for what it brings; its operator's namespace is the prefix of each driver and the cluster's id. */
    private static final String ROOK = "rook-ceph";

    private final Storage storage;

    public StorageStack(Storage storage) {
        this.storage = storage;
    }

    @Override
    public String name() {
        return "storage";
    }

    @Override
    public List<Declared> objects() {
        var objects = new ArrayList<Declared>();
        for (StorageClass offered : storage.classes()) {
            objects.add(Declared.of(storageClass(offered)));
            if (offered.kind() != StorageClass.Kind.BUCKET) {
                objects.add(Declared.of(snapshotClass(offered)));
            }
        }
        objects.sort(Declared.ORDER);
        return objects;
    }

    private static HasMetadata storageClass(StorageClass offered) {
        var builder = new StorageClassBuilder()
                .withNewMetadata().withName(offered.name()).withLabels(Labels.common()).endMetadata()
                .withProvisioner(provisioner(offered.kind()))
                .withParameters(parameters(offered))
                .withReclaimPolicy(offered.reclaimPolicy().key())
                .withVolumeBindingMode("Immediate");
        if (offered.kind() != StorageClass.Kind.BUCKET) {
            builder.withAllowVolumeExpansion(true);
        }
        if (offered.isDefault()) {
            builder.editMetadata().addToAnnotations("storageclass.kubernetes.io/is-default-class", "true").endMetadata();
        }
        return builder.build();
    }

    private static String provisioner(StorageClass.Kind kind) {
        return switch (kind) {
            case CEPHFS -> ROOK + ".cephfs.csi.ceph.com";
            case RBD -> ROOK + ".rbd.csi.ceph.com";
            case BUCKET -> ROOK + ".ceph.rook.io/bucket";
        };
    }

    private static Map<String, String> parameters(StorageClass offered) {
        var parameters = new TreeMap<String, String>();
        switch (offered.kind()) {
            case CEPHFS -> {
                parameters.put("clusterID", offered.clusterId());
                parameters.put("fsName", offered.pool());
                secrets(parameters, "rook-csi-cephfs", offered.clusterId());
            }
            case RBD -> {
                parameters.put("clusterID", offered.clusterId());
                parameters.put("pool", offered.pool());
                parameters.put("imageFormat", "2");
                parameters.put("imageFeatures", "layering");
                parameters.put("csi.storage.k8s.io/fstype", "ext4");
                secrets(parameters, "rook-csi-rbd", offered.clusterId());
            }
            case BUCKET -> {
                parameters.put("objectStoreName", offered.pool());
                parameters.put("objectStoreNamespace", offered.clusterId());
            }
        }
        return parameters;
    }

    /** Names of Rook's own Secrets: which account each step of a volume's life uses. */
    private static void secrets(Map<String, String> parameters, String prefix, String namespace) {
        for (String step : List.of("provisioner", "controller-expand", "node-stage")) {
            String account = step.equals("node-stage") ? "node" : "provisioner";
            parameters.put("csi.storage.k8s.io/" + step + "-secret-name", prefix + "-" + account);
            parameters.put("csi.storage.k8s.io/" + step + "-secret-namespace", namespace);
        }
    }

    private static GenericKubernetesResource snapshotClass(StorageClass offered) {
        String prefix = offered.kind() == StorageClass.Kind.CEPHFS ? "rook-csi-cephfs" : "rook-csi-rbd";
        return new GenericKubernetesResourceBuilder()
                .withApiVersion("snapshot.storage.k8s.io/v1")
                .withKind("VolumeSnapshotClass")
                .withNewMetadata().withName(offered.name()).withLabels(Labels.common()).endMetadata()
                .addToAdditionalProperties("driver", provisioner(offered.kind()))
                .addToAdditionalProperties("deletionPolicy", "Delete")
                .addToAdditionalProperties("parameters", new TreeMap<>(Map.of(
                        "clusterID", offered.clusterId(),
                        "csi.storage.k8s.io/snapshotter-secret-name", prefix + "-provisioner",
                        "csi.storage.k8s.io/snapshotter-secret-namespace", offered.clusterId())))
                .build();
    }
}
