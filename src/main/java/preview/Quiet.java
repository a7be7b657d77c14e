package preview;

import difference.FieldChange;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Drops what quiet rules hide, and counts it. */
final class Quiet {
    /** Stacks and such group resources, and have nothing of their own to show. */
    static final String COMPONENTS = "component";

    private final Map<String, Integer> hidden = new TreeMap<>();

    List<FieldChange> of(String type, List<FieldChange> fields) {
        return fields.stream().filter(field -> !hides(type, field)).toList();
    }

    private boolean hides(String type, FieldChange field) {
        var rule = QuietRule.of(type, field);
        rule.ifPresent(found -> count(found.key()));
        return rule.isPresent();
    }

    void count(String rule) {
        hidden.merge(rule, 1, Integer::sum);
    }

    Map<String, Integer> hidden() {
        return hidden;
    }
}
