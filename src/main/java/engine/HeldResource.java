package engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A resource as a state holds it, in all that a program says of one.
 *
 * @param id empty for a component
 * @param parent URN; empty for the root
 * @param provider {@code <urn>::<id>}; empty for components and providers
 * @param dependencies URNs
 * @param inputs numbers as {@link #number} has them, secrets opened and marked: an object of {@link Marks#SECRET} and {@code value}
 */
public record HeldResource(
        String urn,
        String type,
        String id,
        boolean custom,
        String parent,
        String provider,
        boolean isProtected,
        boolean isLeft,
        Set<String> dependencies,
        JsonNode inputs) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Up to here every whole number is a double of its own. */
    private static final double WHOLE = 1L << 53;

    /** Whatever else a state may say of a resource, nobody here knows what it would make of it. */
    private static final Set<String> KNOWN = Set.of(
            "urn",
            "type",
            "id",
            "custom",
            "parent",
            "provider",
            "protect",
            "retainOnDelete",
            "dependencies",
            "inputs",
            "outputs",
            "created",
            "modified");

    /** Empty for one of which the state says more than a program of ours ever does. */
    static Optional<HeldResource> of(JsonNode resource) {
        var dependencies = urns(resource.path("dependencies"));
        for (var field : resource.properties()) {
            boolean isOfInputs = field.getKey().equals("propertyDependencies");
            if (isOfInputs ? !areThese(field.getValue(), dependencies) : !KNOWN.contains(field.getKey())) {
                return Optional.empty();
            }
        }
        return Optional.of(new HeldResource(
                resource.path("urn").asText(),
                resource.path("type").asText(),
                resource.path("id").asText(""),
                resource.path("custom").asBoolean(),
                resource.path("parent").asText(""),
                resource.path("provider").asText(""),
                resource.path("protect").asBoolean(false),
                resource.path("retainOnDelete").asBoolean(false),
                dependencies,
                resource.has("inputs") ? plain(resource.path("inputs")) : JsonNodeFactory.instance.objectNode()));
    }

    /** Where a program does not say which input depends on what, the engine writes down that each depends on all. */
    private static boolean areThese(JsonNode ofInputs, Set<String> dependencies) {
        for (JsonNode each : ofInputs) {
            if (!urns(each).equals(dependencies)) {
                return false;
            }
        }
        return true;
    }

    private static Set<String> urns(JsonNode list) {
        var urns = new TreeSet<String>();
        list.forEach(urn -> urns.add(urn.asText()));
        return urns;
    }

    private static JsonNode plain(JsonNode node) {
        if (node.has(Marks.SECRET)) {
            ObjectNode secret = JsonNodeFactory.instance.objectNode();
            secret.set(Marks.SECRET, node.get(Marks.SECRET));
            secret.set("value", plain(opened(node)));
            return secret;
        }
        if (node instanceof ObjectNode) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(field -> copy.set(field.getKey(), plain(field.getValue())));
            return copy;
        }
        if (node instanceof ArrayNode) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            node.forEach(item -> copy.add(plain(item)));
            return copy;
        }
        return node.isNumber() ? number(node.asDouble()) : node;
    }

    /** As the engine writes it, which knows but doubles: a whole number without a point, and read as JSON is read. */
    public static JsonNode number(double value) {
        var nodes = JsonNodeFactory.instance;
        if (value != Math.rint(value) || Math.abs(value) >= WHOLE) {
            return nodes.numberNode(value);
        }
        return value == (int) value ? nodes.numberNode((int) value) : nodes.numberNode((long) value);
    }

    private static JsonNode opened(JsonNode marked) {
        try {
            return JSON.readTree(marked.path("plaintext").asText());
        } catch (JsonProcessingException noJson) {
            return marked;
        }
    }

    /** Never a value. */
    @Override
    public String toString() {
        return urn;
    }
}
