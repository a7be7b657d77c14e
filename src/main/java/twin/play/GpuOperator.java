package twin.play;

import facility.GpuCard;
import facility.MigLayout;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Plays NVIDIA's GPU operator and MIG manager: reads the same files that production reads, cuts or shares the node's cards
 * as its label asks, and says how that went in {@code nvidia.com/mig.config.state}. A partition that the card cannot hold
 * fails and leaves the node without slices, as {@code nvidia-mig-parted} would.
 */
final class GpuOperator {
    static final String NAMESPACE = "nvidia-gpu-operator";
    static final String CONFIG = "nvidia.com/mig.config";
    static final String STATE = "nvidia.com/mig.config.state";
    private static final String CARD = "nvidia.com/gpu.product";
    private static final String COUNT = "nvidia.com/gpu.count";
    private static final String SHARED = "-SHARED";

    private final KubernetesClient client;
    private final String partitionFile;
    private final String sharingFile;

    /** How each node's cards were cut last. */
    private final Map<String, String> cut = new HashMap<>();

    /**
     * A player.
     *
     * @param partitionFile the ConfigMap whose {@code config.yaml} is the partition file
     * @param sharingFile the ConfigMap whose keys are the device plugin's files
     */
    GpuOperator(KubernetesClient client, String partitionFile, String sharingFile) {
        this.client = client;
        this.partitionFile = partitionFile;
        this.sharingFile = sharingFile;
    }

    synchronized void reconcile(Node node) {
        Map<String, String> labels =
                Optional.ofNullable(node.getMetadata().getLabels()).orElse(Map.of());
        if (!"true".equals(labels.get("nvidia.com/gpu.present"))
                || node.getMetadata().getDeletionTimestamp() != null) {
            return;
        }
        if ("false".equals(labels.get("nvidia.com/mig.capable"))) {
            uncut(node, labels);
            return;
        }
        String wanted = labels.get(CONFIG);
        if (wanted == null) {
            // The operator's own default, under its own manager: a declaration has to take the label from it.
            label(node, Map.of(CONFIG, MigLayout.ALL_DISABLED), "gpu-operator");
            return;
        }
        String name = node.getMetadata().getName();
        String asked = wanted + " of " + count(labels) + " " + product(labels);
        if (asked.equals(cut.get(name))
                && "success".equals(labels.get(STATE))
                && !wanted.equals(MigLayout.ALL_DISABLED)) {
            // The MIG manager follows the label alone: what the file says of it since then, it does not look at.
            return;
        }
        var partition = card(labels)
                .flatMap(card -> MigPartition.of(text(partitionFile, "config.yaml"), wanted, card, count(labels)));
        if (partition.isPresent() && partition.get().isEmpty()) {
            uncut(node, labels);
        } else {
            offer(node, partition.orElse(Map.of()));
        }
        String state = partition.isPresent() ? "success" : "failed";
        cut.put(name, partition.isPresent() ? asked : "");
        if (!state.equals(labels.get(STATE))) {
            label(node, Map.of(STATE, state), "nvidia-mig-manager");
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
                .filter(card -> card.product().equals(product(labels)))
                .findFirst();
    }

    private static String product(Map<String, String> labels) {
        String product = labels.getOrDefault(CARD, "");
        return product.endsWith(SHARED) ? product.substring(0, product.length() - SHARED.length()) : product;
    }

    private static int count(Map<String, String> labels) {
        return Integer.parseInt(labels.getOrDefault(COUNT, "0"));
    }

    /** Cards as the device plugin offers them: each once, or as often as the node's file says. */
    private void uncut(Node node, Map<String, String> labels) {
        String key = labels.get(DevicePlugin.CONFIG);
        var plugin = key == null ? Optional.of(DevicePlugin.UNSHARED) : DevicePlugin.reading(text(sharingFile, key));
        offer(node, plugin.map(each -> each.offered(count(labels))).orElse(Map.of()));
        plugin.map(each -> each.labels(product(labels)))
                .filter(found -> !labels.entrySet().containsAll(found.entrySet()))
                .ifPresent(found -> label(node, found, "gpu-feature-discovery"));
    }

    private String text(String configMap, String key) {
        ConfigMap file =
                client.configMaps().inNamespace(NAMESPACE).withName(configMap).get();
        return file == null || file.getData() == null ? "" : file.getData().getOrDefault(key, "");
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

    private void offer(Node before, Map<String, Integer> offered) {
        if (offered.equals(offeredBy(before))) {
            return;
        }
        client.nodes().withName(before.getMetadata().getName()).editStatus(node -> {
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

    private void label(Node node, Map<String, String> labels, String manager) {
        var labelled = new NodeBuilder()
                .withNewMetadata()
                .withName(node.getMetadata().getName())
                .withUid(node.getMetadata().getUid())
                .withLabels(labels)
                .endMetadata()
                .build();
        client.resource(labelled).patch(Applied.by(manager), labelled);
    }
}
