package target;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the MIG manager says of each node's layout, in {@code nvidia.com/mig.config.state}. */
public final class MigStates {
    static final String LAYOUT = "nvidia.com/mig.config";
    static final String STATE = "nvidia.com/mig.config.state";
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private MigStates() {}

    /**
     * A layout that is not in force.
     *
     * @param state {@code failed}, or how far the manager is: {@code pending}, {@code rebooting}
     */
    public record Unsettled(String node, String layout, String state) {
        public boolean failed() {
            return state.equals("failed");
        }

        @Override
        public String toString() {
            return "node " + node + ": layout " + layout + " is " + state;
        }
    }

    /**
     * The nodes whose layout is not in force, after waiting for it; a node that reboots takes minutes and is not waited
     * for longer than the patience.
     */
    public static List<Unsettled> await(Target target, List<String> nodes, Duration patience) {
        if (nodes.isEmpty()) {
            return List.of();
        }
        Instant until = Instant.now().plus(patience);
        try (var client = Identity.client(target)) {
            List<Unsettled> unsettled = look(client, nodes);
            while (!unsettled.stream().allMatch(Unsettled::failed)
                    && Instant.now().isBefore(until)) {
                Thread.sleep(BETWEEN_LOOKS.toMillis());
                unsettled = look(client, nodes);
            }
            return unsettled;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private static List<Unsettled> look(KubernetesClient client, List<String> nodes) {
        Map<String, Node> byName = new TreeMap<>();
        client.nodes()
                .list()
                .getItems()
                .forEach(node -> byName.put(node.getMetadata().getName(), node));
        return nodes.stream()
                .filter(byName::containsKey)
                .map(name -> unsettled(name, byName.get(name).getMetadata().getLabels()))
                .filter(each -> !each.state().equals("success"))
                .toList();
    }

    private static Unsettled unsettled(String name, Map<String, String> labels) {
        return new Unsettled(name, labels.getOrDefault(LAYOUT, "unknown"), labels.getOrDefault(STATE, "pending"));
    }
}
