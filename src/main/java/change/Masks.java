package change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * Keeps the values of secrets out of whatever is shown, wherever they appear: as they are, within a longer text, encoded
 * as base64 or for a URL, escaped for JSON, or a line of a key by itself.
 */
public final class Masks {
    /** What stands in a secret's place. */
    public static final String MASK = "[secret]";

    private final List<String> needles;

    private Masks(Collection<String> needles) {
        // The longest first, for one may hold another.
        this.needles = needles.stream()
                .sorted(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** Of secrets by their values; one that is shorter than any secret may be is left out, or it would mask words. */
    public static Masks of(Collection<String> values) {
        var needles = new TreeSet<String>();
        values.forEach(value -> needles.addAll(SecretForms.of(value)));
        return new Masks(needles);
    }

    public static Masks none() {
        return new Masks(List.of());
    }

    public String masked(String text) {
        String masked = text;
        for (String needle : needles) {
            masked = masked.replace(needle, MASK);
        }
        return masked;
    }

    /** A copy, with names of properties masked as well as values. */
    public JsonNode masked(JsonNode node) {
        if (node instanceof ObjectNode) {
            var copy = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(field -> copy.set(masked(field.getKey()), masked(field.getValue())));
            return copy;
        }
        if (node instanceof ArrayNode) {
            var copy = JsonNodeFactory.instance.arrayNode();
            node.forEach(item -> copy.add(masked(item)));
            return copy;
        }
        return node.isTextual() ? JsonNodeFactory.instance.textNode(masked(node.asText())) : node;
    }
}
