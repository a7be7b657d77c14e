package cli;

import change.Masks;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import difference.RenderedObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import policy.Resource;
import preview.Urn;
import target.RefusedException;

/**
 * The objects of an exported state as they were declared when they were last applied. Secrets in it are encrypted, and
 * those of a declaration are names: neither is compared, and both stand as one mask.
 */
final class StateObjects {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PLACEHOLDER = Pattern.compile("\\(secret [^)]+\\)");

    private StateObjects() {}

    /** @throws RefusedException when the file is no exported state */
    static List<RenderedObject> of(Path file) {
        return StateResources.of(file).stream()
                .filter(resource ->
                        !Urn.isComponent(resource.type()) && !resource.type().startsWith("pulumi:providers:"))
                .map(StateObjects::object)
                .toList();
    }

    /** A declaration's objects, for comparison with a state's. */
    static List<RenderedObject> masked(List<RenderedObject> declared) {
        return declared.stream()
                .map(object -> new RenderedObject(
                        object.stack(),
                        object.type(),
                        object.name(),
                        object.isProtected(),
                        whole(object.type(), masked(object.fields()))))
                .toList();
    }

    private static RenderedObject object(Resource resource) {
        return new RenderedObject(
                Urn.stack(resource.urn()),
                resource.type(),
                resource.name(),
                resource.isProtected(),
                whole(resource.type(), tree(resource)));
    }

    /** By way of its text, so that a number is the same however Java holds it. */
    private static JsonNode tree(Resource resource) {
        try {
            return JSON.readTree(JSON.writeValueAsBytes(resource.properties().value()));
        } catch (IOException e) {
            throw new IllegalStateException("a state's resource could not be written as JSON", e);
        }
    }

    /** The engine encrypts a Secret's data as one value, in which no key can be told from another. */
    private static JsonNode whole(String type, JsonNode fields) {
        if (type.equals("kubernetes:core/v1:Secret") && fields instanceof ObjectNode secret && secret.has("data")) {
            secret.put("data", Masks.MASK);
        }
        return fields;
    }

    private static JsonNode masked(JsonNode node) {
        if (node instanceof ObjectNode) {
            var copy = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(field -> copy.set(field.getKey(), masked(field.getValue())));
            return copy;
        }
        if (node instanceof ArrayNode) {
            var copy = JsonNodeFactory.instance.arrayNode();
            node.forEach(item -> copy.add(masked(item)));
            return copy;
        }
        return node.isTextual() && PLACEHOLDER.matcher(node.asText()).matches()
                ? JsonNodeFactory.instance.textNode(Masks.MASK)
                : node;
    }
}
