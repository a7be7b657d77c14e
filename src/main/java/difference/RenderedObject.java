package difference;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One object as the pure step declares it.
 *
 * @param stack the stack that declares it
 * @param type the engine's type token, {@code kubernetes:core/v1:Namespace}
 * @param name the engine's resource name, {@code <namespace>/<name>}
 * @param isProtected whether the engine refuses to delete or replace it
 * @param fields the object; names of secrets stand for their values
 */
public record RenderedObject(String stack, String type, String name, boolean isProtected, JsonNode fields) {
    public RenderedObject {
        requireNonNull(stack, "stack is null");
        requireNonNull(type, "type is null");
        requireNonNull(name, "name is null");
        requireNonNull(fields, "fields is null");
    }

    String identity() {
        return type + " " + name;
    }

    /** The kind and the name, as previews show them. */
    public String title() {
        return type.substring(type.lastIndexOf(':') + 1) + " " + name;
    }
}
