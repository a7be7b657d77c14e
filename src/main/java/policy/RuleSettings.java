package policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A rule's level and the values of its settings, as its schema allows them.
 *
 * @param values plain values: texts, numbers, truths, lists, maps
 */
public record RuleSettings(Level level, Map<String, Object> values) {
    public RuleSettings {
        values = new TreeMap<>(values);
    }

    private Node value(String name) {
        Node value = Node.of(values).at(name);
        if (!value.present()) {
            throw new IllegalArgumentException("the rule has no setting " + name);
        }
        return value;
    }

    public double number(String name) {
        return value(name).number().orElseThrow();
    }

    public String text(String name) {
        return value(name).text().orElseThrow();
    }

    public boolean isTrue(String name) {
        return value(name).isTrue();
    }

    public List<String> texts(String name) {
        return value(name).texts();
    }

    public Optional<Map<String, Node>> fields(String name) {
        return values.containsKey(name) ? Optional.of(value(name).fields()) : Optional.empty();
    }
}
