package cli;

import change.Masks;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import difference.Leaves;
import difference.RenderedObject;
import engine.Urn;
import facility.SecretValue;
import java.nio.file.Path;
import java.util.List;
import policy.Resource;
import target.RefusedException;

/**
 * The objects of an exported state as they were declared when they were last applied. Secrets in it are encrypted, and
 * those of a declaration are names: neither is compared, and both stand as one mask.
 */
final class StateObjects {
    private StateObjects() {}

    /** @throws RefusedException when the file is no exported state */
    static List<RenderedObject> of(Path file) {
        return StateResources.of(file).stream()
                .filter(resource -> Urn.isDeclared(resource.type()))
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
                whole(resource.type(), Rendered.tree(resource.properties().value())));
    }

    /** The engine encrypts a Secret's data as one value, in which no key can be told from another. */
    private static JsonNode whole(String type, JsonNode fields) {
        if (type.equals("kubernetes:core/v1:Secret") && fields instanceof ObjectNode secret && secret.has("data")) {
            secret.put("data", Masks.MASK);
        }
        return fields;
    }

    private static JsonNode masked(JsonNode fields) {
        return Leaves.mapped(
                fields,
                leaf -> leaf.isTextual() && SecretValue.isPlaceholder(leaf.asText())
                        ? JsonNodeFactory.instance.textNode(Masks.MASK)
                        : leaf);
    }
}
