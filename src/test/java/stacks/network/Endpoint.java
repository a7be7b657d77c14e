package stacks.network;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import java.util.Map;
import java.util.Optional;

/**
 * One end of a connection: a pod of a namespace, or an address that is no pod.
 *
 * @param ports the numbers of the ports that its containers name
 */
record Endpoint(
        String namespace,
        Map<String, String> namespaceLabels,
        String name,
        Map<String, String> labels,
        Map<String, Integer> ports,
        Optional<String> address) {
    static Endpoint pod(
            String namespace, Map<String, String> namespaceLabels, String name, Map<String, String> labels) {
        return new Endpoint(namespace, namespaceLabels, name, labels, Map.of(), Optional.empty());
    }

    static Endpoint outside(String name, String address) {
        return new Endpoint("", Map.of(), name, Map.of(), Map.of(), Optional.of(address));
    }

    boolean isPod() {
        return address.isEmpty();
    }

    /** As Kubernetes reads a selector: an empty one takes everything. */
    static boolean matches(LabelSelector selector, Map<String, String> labels) {
        var wanted = Optional.ofNullable(selector.getMatchLabels()).orElse(Map.of());
        return labels.entrySet().containsAll(wanted.entrySet())
                && selector.getMatchExpressions().stream().allMatch(expression -> matches(expression, labels));
    }

    private static boolean matches(LabelSelectorRequirement expression, Map<String, String> labels) {
        String value = labels.get(expression.getKey());
        return switch (expression.getOperator()) {
            case "In" -> value != null && expression.getValues().contains(value);
            case "NotIn" -> value == null || !expression.getValues().contains(value);
            case "Exists" -> value != null;
            case "DoesNotExist" -> value == null;
            default -> throw new IllegalArgumentException(expression.getOperator());
        };
    }
}
