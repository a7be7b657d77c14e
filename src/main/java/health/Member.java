package health;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.TreeMap;

/**
 * An object that a stack declares and that has to be there and work.
 *
 * @param namespace empty for a cluster-wide one
 * @param expects what it has to hold, by the JSON pointer of the field: {@code /spec/replicas} is {@code 2}
 */
public record Member(
        String stack, String apiVersion, String kind, String namespace, String name, Map<String, String> expects) {
    public Member {
        requireNonNull(stack, "stack is null");
        requireNonNull(apiVersion, "apiVersion is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(namespace, "namespace is null");
        requireNonNull(name, "name is null");
        expects = new TreeMap<>(expects);
    }

    /** As people read it, the same for one object of one stack: {@code Deployment jupyterhub/hub}. */
    public String title() {
        return kind + " " + (namespace.isEmpty() ? name : namespace + "/" + name);
    }
}
