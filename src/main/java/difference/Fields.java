package difference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Two trees of properties, compared leaf by leaf. */
public final class Fields {
    private final List<FieldChange> changes = new ArrayList<>();

    private Fields() {}

    public static List<FieldChange> between(JsonNode before, JsonNode after) {
        var fields = new Fields();
        fields.compare("", before, after);
        return List.copyOf(fields.changes);
    }

    private void compare(String path, JsonNode before, JsonNode after) {
        if (before.equals(after)) {
            return;
        }
        if (before instanceof ObjectNode && after instanceof ObjectNode) {
            names(before, after).forEach(name -> child(property(path, name), before.get(name), after.get(name)));
        } else if (before instanceof ArrayNode was && after instanceof ArrayNode is) {
            lists(path, was, is);
        } else if (before instanceof TextNode
                && after instanceof TextNode
                && EmbeddedText.parses(path, before, after)) {
            // A program's configuration within a ConfigMap: its own properties are what a reviewer looks for.
            compare(path, EmbeddedText.tree(before), EmbeddedText.tree(after));
        } else {
            changes.add(new FieldChange(path, Optional.of(before), Optional.of(after)));
        }
    }

    private void lists(String path, ArrayNode before, ArrayNode after) {
        var key = ListKey.of(before, after);
        if (key.isPresent()) {
            var was = key.get().byKey(before);
            var is = key.get().byKey(after);
            var all = new LinkedHashSet<>(was.keySet());
            all.addAll(is.keySet());
            all.forEach(each -> child(path + "[" + each + "]", was.get(each), is.get(each)));
            return;
        }
        if (ListKey.scalars(before) && ListKey.scalars(after)) {
            // Whole, for their order may matter, and a list of words is read at a glance.
            changes.add(new FieldChange(path, Optional.of(before), Optional.of(after)));
            return;
        }
        for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
            child(path + "[" + i + "]", before.get(i), after.get(i));
        }
    }

    /** One of the two may be absent. */
    private void child(String path, JsonNode before, JsonNode after) {
        if (before == null || after == null) {
            changes.add(new FieldChange(path, Optional.ofNullable(before), Optional.ofNullable(after)));
        } else {
            compare(path, before, after);
        }
    }

    private static Set<String> names(JsonNode before, JsonNode after) {
        var names = new LinkedHashSet<String>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** A name with a dot in it, such as a label's, stands in brackets, so that no path means two things. */
    private static String property(String path, String name) {
        if (name.contains(".") || name.contains("/")) {
            return path + "[" + name + "]";
        }
        return path.isEmpty() ? name : path + "." + name;
    }
}
