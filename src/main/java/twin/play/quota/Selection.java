package twin.play.quota;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.openshift.api.model.ClusterResourceQuotaSelector;
import java.util.Map;
import java.util.Optional;

/** Which namespaces a ClusterResourceQuota counts. */
final class Selection {
    private Selection() {}

    /** Both selectors have to take it, as far as they are written; without any there is none. */
    static boolean takes(ClusterResourceQuotaSelector selector, Namespace namespace) {
        var annotations = known(selector.getAnnotations());
        if (selector.getLabels() == null && annotations.isEmpty()) {
            return false;
        }
        return known(namespace.getMetadata().getAnnotations()).entrySet().containsAll(annotations.entrySet())
                && (selector.getLabels() == null
                        || takes(
                                selector.getLabels(),
                                known(namespace.getMetadata().getLabels())));
    }

    private static boolean takes(LabelSelector selector, Map<String, String> labels) {
        return labels.entrySet().containsAll(known(selector.getMatchLabels()).entrySet())
                && selector.getMatchExpressions().stream().allMatch(expression -> takes(expression, labels));
    }

    private static boolean takes(LabelSelectorRequirement expression, Map<String, String> labels) {
        String value = labels.get(expression.getKey());
        return switch (expression.getOperator()) {
            case "Exists" -> value != null;
            case "DoesNotExist" -> value == null;
            case "In" -> value != null && expression.getValues().contains(value);
            case "NotIn" -> value == null || !expression.getValues().contains(value);
                // The API server takes any word here; OKD's controller selects nothing by it.
            default -> false;
        };
    }

    private static Map<String, String> known(Map<String, String> written) {
        return Optional.ofNullable(written).orElse(Map.of());
    }
}
