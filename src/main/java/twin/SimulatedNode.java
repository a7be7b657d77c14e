package twin;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A node that KWOK plays.
 *
 * @param labels beside those that every node has
 * @param capacity Kubernetes quantities by resource name; allocatable is the same
 */
public record SimulatedNode(String name, Map<String, String> labels, Map<String, String> capacity) {
    public SimulatedNode {
        Objects.requireNonNull(name, "name is null");
        labels = new TreeMap<>(labels);
        capacity = new TreeMap<>(capacity);
    }
}
