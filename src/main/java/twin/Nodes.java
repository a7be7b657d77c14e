package twin;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes the twin's nodes those that the declaration names. */
final class Nodes {
    private static final String PLAYED = "kwok.x-k8s.io/node";

    private final KubernetesClient client;

    Nodes(KubernetesClient client) {
        this.client = client;
    }

    void match(List<SimulatedNode> wanted) {
        Map<String, Node> found = client.nodes().list().getItems().stream()
                .collect(Collectors.toMap(node -> node.getMetadata().getName(), node -> node));
        for (SimulatedNode node : wanted) {
            Node there = found.remove(node.name());
            if (there == null) {
                client.nodes().resource(built(node)).create();
            } else if (!capacity(node).entrySet().stream().allMatch(entry -> entry.getValue()
                    .equals(there.getStatus().getCapacity().get(entry.getKey())))) {
                resize(node);
            }
        }
        found.keySet().forEach(gone -> client.nodes().withName(gone).delete());
    }

    /** Only what the pool says: slices that the GPU operator gave stay as they are. */
    private void resize(SimulatedNode node) {
        client.nodes().withName(node.name()).editStatus(there -> new NodeBuilder(there)
                .editStatus()
                .addToCapacity(capacity(node))
                .addToAllocatable(capacity(node))
                .endStatus()
                .build());
    }

    private static Node built(SimulatedNode node) {
        return new NodeBuilder()
                .withNewMetadata()
                .withName(node.name())
                .withLabels(node.labels())
                .addToLabels("kubernetes.io/hostname", node.name())
                .addToLabels("kubernetes.io/os", "linux")
                .addToLabels("kubernetes.io/arch", "amd64")
                .addToLabels("node-role.kubernetes.io/worker", "")
                .addToAnnotations(PLAYED, "fake")
                .endMetadata()
                .withNewStatus()
                .withCapacity(capacity(node))
                .withAllocatable(capacity(node))
                .endStatus()
                .build();
    }

    private static Map<String, Quantity> capacity(SimulatedNode node) {
        var quantities = new TreeMap<String, Quantity>();
        node.capacity().forEach((resource, amount) -> quantities.put(resource, new Quantity(amount)));
        return quantities;
    }
}
