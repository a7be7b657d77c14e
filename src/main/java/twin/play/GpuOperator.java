package twin.play;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import facility.GpuCard;
import facility.MigLayout;
import facility.MigProfile;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Plays NVIDIA's GPU operator and MIG manager: reads the same partition file that production reads, cuts the node's cards
 * as its label asks, and says how that went in {@code nvidia.com/mig.config.state}. A partition that the card cannot hold
 * fails and leaves the node without slices, as {@code nvidia-mig-parted} would.
 */
final class GpuOperator {
    static final String NAMESPACE = "nvidia-gpu-operator";
    static final String CONFIG = "nvidia.com/mig.config";
    static final String STATE = "nvidia.com/mig.config.state";
    private static final String CARD = "nvidia.com/gpu.product";
    private static final String COUNT = "nvidia.com/gpu.count";
    private static final String WHOLE_CARD = "nvidia.com/gpu";
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private final KubernetesClient client;
    private final String configMap;

    /** @param configMap the ConfigMap whose {@code config.yaml} is the partition file */
    GpuOperator(KubernetesClient client, String configMap) {
        this.client = client;
        this.configMap = configMap;
    }

    synchronized void reconcile(Node node) {
        Map<String, String> labels =
                Optional.ofNullable(node.getMetadata().getLabels()).orElse(Map.of());
        if (!"true".equals(labels.get("nvidia.com/gpu.present"))
                || node.getMetadata().getDeletionTimestamp() != null) {
            return;
        }
        String wanted = labels.get(CONFIG);
        if (wanted == null) {
            // The operator's own default, under its own manager: a declaration has to take the label from it.
            label(node, CONFIG, MigLayout.ALL_DISABLED, "gpu-operator");
            return;
        }
        int cards = Integer.parseInt(labels.getOrDefault(COUNT, "0"));
        var resources = card(labels).flatMap(card -> resources(card, cards, wanted));
        var offered = resources.orElse(Map.of());
        if (!offered.equals(offeredBy(node))) {
            offer(node.getMetadata().getName(), offered);
        }
        String state = resources.isPresent() ? "success" : "failed";
        if (!state.equals(labels.get(STATE))) {
            label(node, STATE, state, "nvidia-mig-manager");
        }
    }

    void reconcileAll() {
        client.nodes()
                .withLabel("nvidia.com/gpu.present", "true")
                .list()
                .getItems()
                .forEach(this::reconcile);
    }

    private static Optional<GpuCard> card(Map<String, String> labels) {
        return Arrays.stream(GpuCard.values())
                .filter(card -> card.product().equals(labels.get(CARD)))
                .findFirst();
    }

    /** What the node would offer, or nothing when the partition is unknown or impossible. */
    private Optional<Map<String, Integer>> resources(GpuCard card, int cards, String wanted) {
        if (wanted.equals(MigLayout.ALL_DISABLED)) {
            return Optional.of(Map.of(WHOLE_CARD, cards));
        }
        for (JsonNode entry : partitionFile().path("mig-configs").path(wanted)) {
            if (!meant(entry, card)) {
                continue;
            }
            if (!entry.path("mig-enabled").asBoolean()) {
                return Optional.of(Map.of(WHOLE_CARD, cards));
            }
            var slices = new TreeMap<String, Integer>();
            entry.path("mig-devices")
                    .properties()
                    .forEach(
                            slice -> slices.put(slice.getKey(), slice.getValue().asInt()));
            return card.holds(slices) ? Optional.of(offered(slices, cards)) : Optional.empty();
        }
        return Optional.empty();
    }

    private static Map<String, Integer> offered(Map<String, Integer> slices, int cards) {
        var resources = new TreeMap<String, Integer>();
        slices.forEach((profile, count) -> resources.put(MigProfile.resourceName(profile), count * cards));
        return resources;
    }

    private static boolean meant(JsonNode entry, GpuCard card) {
        JsonNode filter = entry.path("device-filter");
        if (filter.isMissingNode()) {
            return true;
        }
        if (filter.isTextual()) {
            return card.deviceIds().contains(filter.asText());
        }
        for (JsonNode id : filter) {
            if (card.deviceIds().contains(id.asText())) {
                return true;
            }
        }
        return false;
    }

    private JsonNode partitionFile() {
        ConfigMap file =
                client.configMaps().inNamespace(NAMESPACE).withName(configMap).get();
        String text =
                file == null || file.getData() == null ? "" : file.getData().getOrDefault("config.yaml", "");
        try {
            return YAML.readTree(text);
        } catch (JsonProcessingException unreadable) {
            // An unreadable file configures nothing: every node that asks for a part of it fails.
            return YAML.createObjectNode();
        }
    }

    private static Map<String, Integer> offeredBy(Node node) {
        var offered = new TreeMap<String, Integer>();
        node.getStatus().getAllocatable().forEach((name, quantity) -> {
            if (name.startsWith("nvidia.com/") && !"0".equals(quantity.getAmount())) {
                offered.put(name, Integer.valueOf(quantity.getAmount()));
            }
        });
        return offered;
    }

    private void offer(String name, Map<String, Integer> offered) {
        client.nodes().withName(name).editStatus(node -> {
            var builder = new NodeBuilder(node);
            for (String resource : offeredBy(node).keySet()) {
                builder.editStatus()
                        .removeFromCapacity(resource)
                        .removeFromAllocatable(resource)
                        .endStatus();
            }
            offered.forEach((resource, count) -> builder.editStatus()
                    .addToCapacity(resource, new Quantity(String.valueOf(count)))
                    .addToAllocatable(resource, new Quantity(String.valueOf(count)))
                    .endStatus());
            return builder.build();
        });
    }

    private void label(Node node, String key, String value, String manager) {
        var labelled = new NodeBuilder()
                .withNewMetadata()
                .withName(node.getMetadata().getName())
                .withUid(node.getMetadata().getUid())
                .addToLabels(key, value)
                .endMetadata()
                .build();
        client.resource(labelled).patch(Applied.by(manager), labelled);
    }
}
