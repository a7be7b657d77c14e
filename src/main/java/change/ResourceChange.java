package change;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import difference.FieldChange;
import java.util.List;
import java.util.Optional;

/**
 * One resource that a run would change. No secret is in it: a secret stands as its fingerprint.
 *
 * @param stack the stack that declares it, such as {@code jupyterhub}
 * @param type the engine's type token, {@code kubernetes:core/v1:Namespace}
 * @param name the engine's resource name, {@code <namespace>/<name>}
 * @param wasProtected whether the engine refuses to delete or replace it as it is now
 * @param isProtected the same, afterwards
 * @param properties what differs in it, item by item; empty for one that is created or deleted
 * @param replaceReasons the properties for which it cannot be changed in place
 * @param before as it was declared; empty for one that is created
 * @param after as it is declared; empty for one that is deleted
 */
public record ResourceChange(
        Operation operation,
        String stack,
        String type,
        String name,
        boolean wasProtected,
        boolean isProtected,
        List<FieldChange> properties,
        List<String> replaceReasons,
        Optional<JsonNode> before,
        Optional<JsonNode> after) {
    public ResourceChange {
        requireNonNull(operation, "operation is null");
        requireNonNull(stack, "stack is null");
        requireNonNull(type, "type is null");
        requireNonNull(name, "name is null");
        properties = List.copyOf(properties);
        replaceReasons = List.copyOf(replaceReasons);
        requireNonNull(before, "before is null");
        requireNonNull(after, "after is null");
    }

    /** The last part of the type: {@code Namespace}. */
    public String kind() {
        return kindOf(type);
    }

    /** Kind and name, as a person says them. */
    public String title() {
        return kind() + " " + name;
    }

    /** Whether protection forbids it, and so the whole run. */
    public boolean refused() {
        return wasProtected && operation.removes();
    }

    /** Why a refused change is refused, and the way out: after the resource's name. */
    public String refusal() {
        return "is protected, and this would " + operation.key() + " it; to let it go, see policies/README.md";
    }

    static String kindOf(String type) {
        String kind = type.substring(type.lastIndexOf(':') + 1);
        // The engine's own word for "only these fields of somebody else's object".
        return type.startsWith("kubernetes:") && kind.endsWith("Patch")
                ? kind.substring(0, kind.length() - "Patch".length())
                : kind;
    }
}
