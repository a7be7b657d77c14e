package toolchain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The CustomResourceDefinitions of OpenShift, the Prometheus operator and the snapshot controller, taken out of their
 * pinned Go modules and kept in the cache: they are upstream's, whole and never committed.
 */
public final class CustomResources {
    private static final Map<String, List<String>> FILES = new TreeMap<>(Map.of(
            "github.com/openshift/api", List.of(
                    "route/v1/zz_generated.crd-manifests/routes.crd.yaml",
                    "security/v1/zz_generated.crd-manifests/"
                            + "0000_03_config-operator_01_securitycontextconstraints.crd.yaml",
                    "quota/v1/zz_generated.crd-manifests/0000_03_config-operator_01_clusterresourcequotas.crd.yaml",
                    "console/v1/zz_generated.crd-manifests/00_consolenotifications.crd.yaml",
                    "console/v1/zz_generated.crd-manifests/00_consolelinks.crd.yaml"),
            "github.com/prometheus-operator/prometheus-operator", List.of(
                    "example/prometheus-operator-crd/monitoring.coreos.com_servicemonitors.yaml",
                    "example/prometheus-operator-crd/monitoring.coreos.com_podmonitors.yaml",
                    "example/prometheus-operator-crd/monitoring.coreos.com_prometheusrules.yaml",
                    "example/prometheus-operator-crd/monitoring.coreos.com_probes.yaml"),
            "github.com/kubernetes-csi/external-snapshotter/client/v8", List.of(
                    "config/crd/snapshot.storage.k8s.io_volumesnapshotclasses.yaml",
                    "config/crd/snapshot.storage.k8s.io_volumesnapshotcontents.yaml",
                    "config/crd/snapshot.storage.k8s.io_volumesnapshots.yaml")));

    private final Path root;
    private final Cache cache;

    CustomResources(Path root, Cache cache) {
        this.root = root;
        this.cache = cache;
    }

    /** One file a definition, fetched and verified when they are not there yet. */
    List<Path> files() {
        Path folder = cache.folder().resolve("crds-" + GoModule.CRDS.digest(root));
        Path complete = folder.resolve("complete");
        if (!Files.exists(complete)) {
            cache.locked("crds", () -> fetch(folder, complete));
        }
        return FILES.values().stream().flatMap(List::stream).map(file -> folder.resolve(name(file))).sorted().toList();
    }

    private Path fetch(Path folder, Path complete) {
        try {
            Files.createDirectories(folder);
            for (var module : FILES.entrySet()) {
                Path from = GoBuild.moduleFolder(root, GoModule.CRDS, module.getKey());
                for (String file : module.getValue()) {
                    Files.copy(from.resolve(file), folder.resolve(name(file)), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            // Written last: without it the folder is fetched again.
            Files.writeString(complete, "");
            return complete;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(String file) {
        return file.substring(file.lastIndexOf('/') + 1);
    }
}
