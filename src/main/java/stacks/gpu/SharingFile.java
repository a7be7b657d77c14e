package stacks.gpu;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import facility.GpuResource;
import facility.NodePool;
import facility.TimeSlicing;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kube.Labels;

/** What NVIDIA's device plugin reads on nodes that share their cards: one key for each way of sharing. */
public final class SharingFile {
    /** The ConfigMap that ClusterPolicy's {@code spec.devicePlugin.config.name} has to name. */
    public static final String NAME = "facility-device-plugin";

    /** Names the key, on each node that shares; a node without it keeps the plugin's own settings. */
    public static final String LABEL = "nvidia.com/device-plugin.config";

    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .build());

    private SharingFile() {}

    /** Empty if no pool shares its cards. */
    public static Optional<HasMetadata> of(List<NodePool> pools, String namespace) {
        var files = new TreeMap<String, String>();
        pools.stream()
                .flatMap(pool -> pool.gpu().stream())
                .flatMap(cards -> cards.timeSlicing().stream())
                .forEach(sliced -> files.put(key(sliced), text(sliced)));
        return files.isEmpty()
                ? Optional.empty()
                : Optional.of(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withName(NAME)
                        .withNamespace(namespace)
                        .withLabels(Labels.common())
                        .endMetadata()
                        .withData(files)
                        .build());
    }

    /** Says what is in it: the plugin looks again when a node's label changes, not when the file behind it does. */
    public static String key(TimeSlicing sliced) {
        return "time-slicing-" + sliced.replicas() + (sliced.renameByDefault() ? "-shared" : "");
    }

    private static String text(TimeSlicing sliced) {
        var slicing = new LinkedHashMap<String, Object>();
        slicing.put("renameByDefault", sliced.renameByDefault());
        // Two shares are no more of a card than one, and may be of the same card: who asks for two is told.
        slicing.put("failRequestsGreaterThanOne", true);
        slicing.put(
                "resources",
                List.of(new TreeMap<>(
                        Map.of("name", GpuResource.resourceName(GpuResource.WHOLE), "replicas", sliced.replicas()))));
        var file = new LinkedHashMap<String, Object>();
        file.put("version", "v1");
        file.put("sharing", Map.of("timeSlicing", slicing));
        try {
            return YAML.writeValueAsString(file);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the device plugin's file could not be written", e);
        }
    }
}
