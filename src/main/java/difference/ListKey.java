package difference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * By what the items of a list are told apart. The names are those of Kubernetes' own merge keys
 * ({@code x-kubernetes-list-map-keys}, {@code patchMergeKey}) and of the field's programs ({@code slug}, {@code alert}).
 *
 * @param property the property that names an item
 * @param label where several items have one name, as alerts do: the label that tells those apart
 */
record ListKey(String property, Optional<String> label) {
    private static final List<String> KEYS = List.of(
            "name", "mountPath", "key", "slug", "alert", "record", "type", "ip", "containerPort", "port", "claim");

    private static final String LABELS = "labels";

    /** Empty where nothing is in every item, and another in each. */
    static Optional<ListKey> of(ArrayNode before, ArrayNode after) {
        var alone = KEYS.stream().map(property -> new ListKey(property, Optional.empty()));
        var labelled = KEYS.stream()
                .filter(property -> everyItemHas(before, property) && everyItemHas(after, property))
                .flatMap(property -> labels(before, after).map(label -> new ListKey(property, Optional.of(label))));
        return Stream.concat(alone, labelled)
                .filter(key -> key.tellsApart(before) && key.tellsApart(after))
                .findFirst();
    }

    private static boolean everyItemHas(ArrayNode list, String property) {
        return StreamSupport.stream(list.spliterator(), false)
                .allMatch(item -> item.path(property).isValueNode());
    }

    private static Stream<String> labels(ArrayNode before, ArrayNode after) {
        var names = new TreeSet<String>();
        Stream.of(before, after)
                .forEach(list ->
                        list.forEach(item -> item.path(LABELS).fieldNames().forEachRemaining(names::add)));
        return names.stream();
    }

    private boolean tellsApart(ArrayNode list) {
        return byKey(list).size() == list.size();
    }

    Map<String, JsonNode> byKey(ArrayNode list) {
        var byKey = new LinkedHashMap<String, JsonNode>();
        list.forEach(item -> {
            if (item.path(property).isValueNode()) {
                byKey.put(name(item), item);
            }
        });
        return byKey;
    }

    /** {@code hub}, or {@code FlavourImageMissing flavour=dune/sl7}; an item without the label has its name alone. */
    private String name(JsonNode item) {
        String name = item.path(property).asText();
        return label.map(each -> item.path(LABELS).path(each))
                .filter(JsonNode::isValueNode)
                .map(value -> name + " " + label.get() + "=" + value.asText())
                .orElse(name);
    }

    static boolean scalars(ArrayNode list) {
        return StreamSupport.stream(list.spliterator(), false).allMatch(JsonNode::isValueNode);
    }
}
