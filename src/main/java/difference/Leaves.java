package difference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.UnaryOperator;

/** The values at the ends of a tree of properties. */
public final class Leaves {
    private Leaves() {}

    /** A copy with other values in its places. */
    public static JsonNode mapped(JsonNode node, UnaryOperator<JsonNode> leaf) {
        return mapped(node, UnaryOperator.identity(), leaf);
    }

    /** A copy with other names of properties, and other values. */
    public static JsonNode mapped(JsonNode node, UnaryOperator<String> name, UnaryOperator<JsonNode> leaf) {
        if (node instanceof ObjectNode) {
            var copy = JsonNodeFactory.instance.objectNode();
            node.properties()
                    .forEach(field -> copy.set(name.apply(field.getKey()), mapped(field.getValue(), name, leaf)));
            return copy;
        }
        if (node instanceof ArrayNode) {
            var copy = JsonNodeFactory.instance.arrayNode();
            node.forEach(item -> copy.add(mapped(item, name, leaf)));
            return copy;
        }
        return leaf.apply(node);
    }
}
