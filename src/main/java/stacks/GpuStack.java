package stacks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import facility.Gpu;
import facility.GpuCards;
import facility.MigLayout;
import facility.NodePool;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import kube.Declared;
import kube.Labels;
import stacks.gpu.OperatorSettings;
import stacks.gpu.ServiceDoor;
import stacks.gpu.SharingFile;

/** How the GPU cards are cut or shared: the operator's two files, and on each node the labels that name its part of them; and GPUs elsewhere. */
public final class GpuStack implements Stack {
    /** The ConfigMap that ClusterPolicy's {@code spec.migManager.config.name} has to name. */
    public static final String PARTITION_FILE = "facility-mig-parted";

    /** On each node whose cards can be cut. */
    public static final String LAYOUT_LABEL = "nvidia.com/mig.config";

    private static final String OPERATOR_NAMESPACE = "nvidia-gpu-operator";

    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            // Strings stay quoted: an unquoted 0x20B210DE is a number.
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .build());

    private final Gpu gpu;
    private final List<NodePool> pools;

    public GpuStack(Gpu gpu, List<NodePool> pools) {
        this.gpu = gpu;
        this.pools = List.copyOf(pools);
    }

    @Override
    public String name() {
        return "gpu";
    }

    @Override
    public List<Declared> objects() {
        var objects = new ArrayList<Declared>();
        objects.add(Declared.of(partitionFile()));
        var sharing = SharingFile.of(pools, OPERATOR_NAMESPACE);
        sharing.ifPresent(file -> objects.add(Declared.of(file)));
        gpu.clusterPolicy()
                .ifPresent(policy ->
                        objects.add(Declared.patch(OperatorSettings.of(policy, PARTITION_FILE, sharing.isPresent()))));
        for (NodePool pool : pools) {
            Map<String, String> labels = pool.gpu().map(GpuStack::labels).orElse(Map.of());
            if (!labels.isEmpty()) {
                nodeNames(pool).forEach(node -> objects.add(Declared.patch(labelled(node, labels))));
            }
        }
        gpu.services().forEach(service -> service.namespaces().forEach(namespace -> new ServiceDoor(service, namespace)
                .objects()
                .forEach(object -> objects.add(Declared.of(object)))));
        objects.sort(Declared.ORDER);
        return objects;
    }

    /** A pool's nodes are named after it and numbered from 0: {@code gpu-0}, {@code gpu-1}. */
    public static List<String> nodeNames(NodePool pool) {
        return IntStream.range(0, pool.nodes())
                .mapToObj(number -> pool.name() + "-" + number)
                .toList();
    }

    private static Map<String, String> labels(GpuCards cards) {
        var labels = new TreeMap<String, String>();
        if (cards.card().hasMig()) {
            labels.put(LAYOUT_LABEL, cards.layout());
        }
        cards.timeSlicing().ifPresent(sliced -> labels.put(SharingFile.LABEL, SharingFile.key(sliced)));
        return labels;
    }

    private static HasMetadata labelled(String node, Map<String, String> labels) {
        return new NodeBuilder()
                .withNewMetadata()
                .withName(node)
                .withLabels(labels)
                // The operator owns the label of every new node; a declaration has to take it over.
                .addToAnnotations("pulumi.com/patchForce", "true")
                .endMetadata()
                .build();
    }

    private HasMetadata partitionFile() {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName(PARTITION_FILE)
                .withNamespace(OPERATOR_NAMESPACE)
                .withLabels(Labels.common())
                .endMetadata()
                .withData(Map.of("config.yaml", partitions()))
                .build();
    }

    /** The file as mig-parted reads it; any other key in it is an error there. */
    String partitions() {
        var configurations = new TreeMap<String, Object>();
        configurations.put(MigLayout.ALL_DISABLED, List.of(entry(Map.of(), List.of(), false)));
        for (MigLayout layout : gpu.layouts()) {
            configurations.put(
                    layout.name(), List.of(entry(layout.slices(), layout.card().deviceIds(), true)));
        }
        var file = new LinkedHashMap<String, Object>();
        file.put("version", "v1");
        file.put("mig-configs", configurations);
        try {
            return YAML.writeValueAsString(file);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the partition file could not be written", e);
        }
    }

    private static Map<String, Object> entry(Map<String, Integer> slices, List<String> deviceIds, boolean enabled) {
        var entry = new LinkedHashMap<String, Object>();
        if (!deviceIds.isEmpty()) {
            entry.put("device-filter", deviceIds);
        }
        entry.put("devices", "all");
        entry.put("mig-enabled", enabled);
        if (enabled) {
            entry.put("mig-devices", slices);
        }
        return entry;
    }
}
