package stacks.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import facility.storage.CephCluster;
import facility.storage.CephCsi;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kube.Labels;
import kube.Secrets;

/** Where ceph-csi, standing alone, finds its clusters' monitors, and the accounts that it uses. */
final class CephCsiConfiguration {
    private static final ObjectMapper JSON = new ObjectMapper();

    private CephCsiConfiguration() {}

    static List<HasMetadata> of(CephCsi csi) {
        var configuration = new ConfigMapBuilder()
                .withNewMetadata()
                .withName("ceph-csi-config")
                .withNamespace(csi.namespace())
                .withLabels(Labels.common())
                .endMetadata()
                .withData(Map.of("config.json", clusters(csi)))
                .build();
        return List.of(
                configuration,
                Secrets.of(
                        csi.namespace(),
                        "csi-rbd-secret",
                        Map.of("userID", CephCsi.RBD_USER, "userKey", CephCsi.RBD_KEY)),
                Secrets.of(
                        csi.namespace(),
                        "csi-cephfs-secret",
                        // Ceph-csi calls the account that makes volumes admin, whatever its name is.
                        Map.of(
                                "adminID", CephCsi.CEPHFS_USER,
                                "adminKey", CephCsi.CEPHFS_KEY,
                                "userID", CephCsi.CEPHFS_USER,
                                "userKey", CephCsi.CEPHFS_KEY)));
    }

    private static String clusters(CephCsi csi) {
        var clusters = new ArrayList<Map<String, Object>>();
        for (CephCluster cluster : csi.clusters()) {
            var entry = new TreeMap<String, Object>();
            entry.put("clusterID", cluster.name());
            entry.put("monitors", cluster.monitors());
            cluster.subvolumeGroup().ifPresent(group -> entry.put("cephFS", Map.of("subvolumeGroup", group)));
            clusters.add(entry);
        }
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(clusters) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("ceph-csi's configuration could not be written", e);
        }
    }
}
