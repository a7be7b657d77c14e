package checklist;

import facility.Quantity;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Whether the pods of each node would find room on the others while it is drained, by the sums of CPU and memory that
 * are requested. Sums are a lower bound: a pod that fits by the sum may still fit on no single node.
 */
final class DrainRoom implements Check {
    private static final List<String> RESOURCES = List.of("cpu", "memory");

    @Override
    public String id() {
        return "drain-room";
    }

    @Override
    public Item look(Subject subject) {
        var allocatable = new TreeMap<String, Map<String, Quantity>>();
        for (Node node : subject.client().nodes().list().getItems()) {
            var room = new TreeMap<String, Quantity>();
            RESOURCES.forEach(resource -> room.put(resource, of(node, resource)));
            allocatable.put(node.getMetadata().getName(), room);
        }
        var requested = new TreeMap<String, Map<String, Quantity>>();
        subject.client().pods().inAnyNamespace().list().getItems().stream()
                .filter(DrainRoom::holdsItsNode)
                .forEach(pod -> RESOURCES.forEach(resource -> requested
                        .computeIfAbsent(pod.getSpec().getNodeName(), node -> new TreeMap<>())
                        .merge(resource, requests(pod, resource), Quantity::plus)));
        var tight = new ArrayList<String>();
        allocatable
                .keySet()
                .forEach(node -> RESOURCES.forEach(resource ->
                        lacking(node, resource, allocatable, requested).ifPresent(tight::add)));
        return Item.worthKnowing(id(), "what runs on a node finds room on the others while it is drained", tight);
    }

    private static Optional<String> lacking(
            String drained,
            String resource,
            Map<String, Map<String, Quantity>> allocatable,
            Map<String, Map<String, Quantity>> requested) {
        Quantity room = Quantity.ZERO;
        Quantity taken = Quantity.ZERO;
        for (var node : allocatable.entrySet()) {
            Quantity asked = requested.getOrDefault(node.getKey(), Map.of()).getOrDefault(resource, Quantity.ZERO);
            taken = taken.plus(asked);
            room = node.getKey().equals(drained)
                    ? room
                    : room.plus(node.getValue().get(resource));
        }
        return taken.compareTo(room) <= 0
                ? Optional.empty()
                : Optional.of("node " + drained + ": without it, " + resource + " of " + room.readable() + " for the "
                        + taken.readable() + " that is requested");
    }

    private static boolean holdsItsNode(Pod pod) {
        String phase = pod.getStatus() == null ? "" : pod.getStatus().getPhase();
        return pod.getSpec().getNodeName() != null && !"Succeeded".equals(phase) && !"Failed".equals(phase);
    }

    private static Quantity of(Node node, String resource) {
        var amount = node.getStatus().getAllocatable().get(resource);
        return amount == null ? Quantity.ZERO : Quantity.parse(amount.toString());
    }

    private static Quantity requests(Pod pod, String resource) {
        Quantity all = Quantity.ZERO;
        for (var container : pod.getSpec().getContainers()) {
            var requests = container.getResources() == null
                    ? null
                    : container.getResources().getRequests();
            if (requests != null && requests.containsKey(resource)) {
                all = all.plus(Quantity.parse(requests.get(resource).toString()));
            }
        }
        return all;
    }
}
