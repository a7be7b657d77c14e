package target;

import facility.GpuResource;
import facility.MigLayout;
import facility.NodeGpus;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What nodes say of their cards now: their labels, and what they offer. */
public final class LiveGpus {
    private LiveGpus() {}

    /**
     * Of those of these nodes that the target has.
     *
     * @throws NoClusterException when it does not answer
     */
    public static List<NodeGpus> of(Target target, Collection<String> names) {
        if (names.isEmpty()) {
            return List.of();
        }
        try (var client = Identity.client(target)) {
            return client.nodes().list().getItems().stream()
                    .filter(node -> names.contains(node.getMetadata().getName()))
                    .map(LiveGpus::of)
                    .toList();
        } catch (KubernetesClientException e) {
            throw Identity.unanswered(target, e);
        }
    }

    static NodeGpus of(Node node) {
        Map<String, String> labels =
                Optional.ofNullable(node.getMetadata().getLabels()).orElse(Map.of());
        var offered = new TreeMap<String, Integer>();
        Optional.ofNullable(node.getStatus())
                .map(status -> status.getAllocatable())
                .orElse(Map.of())
                .forEach((resource, amount) -> GpuResource.nameOf(resource)
                        .filter(name -> count(amount) > 0)
                        .ifPresent(name -> offered.put(name, count(amount))));
        return new NodeGpus(
                node.getMetadata().getName(),
                labels.getOrDefault(MigStates.LAYOUT, MigLayout.ALL_DISABLED),
                "success".equals(labels.get(MigStates.STATE)),
                Optional.ofNullable(labels.get("nvidia.com/device-plugin.config")),
                offered);
    }

    private static int count(Quantity amount) {
        return amount.getNumericalAmount().intValue();
    }
}
