package policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A value of a resource, and where it stands. Keys lead to nodes that may be absent; whoever needs a value that only a
 * run will know gets an {@link UnknownValueException}, which the rule leaves to whoever runs it.
 *
 * @param path {@code spec.template.spec.containers[0].image}; empty for the resource itself
 * @param value a map, list, text, number, truth, {@link #UNKNOWN}, or null for what is absent
 */
public record Node(String path, Object value) {
    /** Stands for a value that only a run will know. */
    public static final Object UNKNOWN = new Object() {
        @Override
        public String toString() {
            return "[unknown]";
        }
    };

    public static Node of(Map<String, Object> fields) {
        return new Node("", fields);
    }

    /** The node below each key in turn. */
    public Node at(String... keys) {
        Node node = this;
        for (String key : keys) {
            node = node.child(key);
        }
        return node;
    }

    private Node child(String key) {
        Object below = known() instanceof Map<?, ?> map ? map.get(key) : null;
        return new Node(path.isEmpty() ? key : path + "." + key, below);
    }

    public boolean present() {
        return known() != null;
    }

    /** Its text; of a number or truth, as YAML writes it. Empty for what is absent, a map or a list. */
    public Optional<String> text() {
        Object known = known();
        return known == null || known instanceof Map || known instanceof List
                ? Optional.empty()
                : Optional.of(known.toString());
    }

    public String textOr(String otherwise) {
        return text().orElse(otherwise);
    }

    /** As YAML 1.1 reads it, which many programs still do: {@code yes} and {@code on} are true. */
    public boolean isTrue() {
        return textOr("").matches("(?i:true|yes|on)");
    }

    public Optional<Double> number() {
        return known() instanceof Number number ? Optional.of(number.doubleValue()) : Optional.empty();
    }

    /** Its items; none if it is no list. */
    public List<Node> items() {
        var nodes = new ArrayList<Node>();
        if (known() instanceof List<?> list) {
            for (Object item : list) {
                nodes.add(new Node(path + "[" + nodes.size() + "]", item));
            }
        }
        return nodes;
    }

    /** The texts among its items. */
    public List<String> texts() {
        return items().stream().flatMap(item -> item.text().stream()).toList();
    }

    /** Its fields by key, sorted; none if it is no map. */
    public Map<String, Node> fields() {
        var nodes = new TreeMap<String, Node>();
        if (known() instanceof Map<?, ?> map) {
            map.keySet().forEach(key -> nodes.put(key.toString(), child(key.toString())));
        }
        return nodes;
    }

    private Object known() {
        if (value == UNKNOWN) {
            throw new UnknownValueException(path);
        }
        return value;
    }
}
