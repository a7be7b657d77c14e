package difference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * By which property the items of a list are told apart. The names are those of Kubernetes' own merge keys
 * ({@code x-kubernetes-list-map-keys}, {@code patchMergeKey}) and of the field's programs ({@code slug}, {@code alert}).
 */
final class ListKey {
    private static final List<String> KEYS = List.of(
            "name", "mountPath", "key", "slug", "alert", "record", "type", "ip", "containerPort", "port", "claim");

    private ListKey() {}

    /** Empty where no property is in every item, and another in each. */
    static Optional<String> of(ArrayNode before, ArrayNode after) {
        return KEYS.stream()
                .filter(key -> tellsApart(before, key) && tellsApart(after, key))
                .findFirst();
    }

    private static boolean tellsApart(ArrayNode list, String key) {
        return byKey(list, key).size() == list.size();
    }

    static Map<String, JsonNode> byKey(ArrayNode list, String key) {
        var byKey = new LinkedHashMap<String, JsonNode>();
        list.forEach(item -> {
            if (item.path(key).isValueNode()) {
                byKey.put(item.path(key).asText(), item);
            }
        });
        return byKey;
    }

    static boolean scalars(ArrayNode list) {
        return StreamSupport.stream(list.spliterator(), false).allMatch(JsonNode::isValueNode);
    }
}
