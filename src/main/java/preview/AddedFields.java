package preview;

import change.FieldAuthor;
import com.fasterxml.jackson.databind.JsonNode;
import difference.FieldChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What people and their programs wrote into an object beside what is declared: the engine compares declared fields alone,
 * and so does not see a key more in a ConfigMap, or a variable more in a container.
 */
final class AddedFields {
    /** Of metadata, the rest is the API server's. */
    private static final Set<String> METADATA = Set.of("labels", "annotations", "finalizers");

    /** kubectl's own note of what it was given last. */
    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    /** A field, and who added it. */
    record Added(FieldChange field, FieldAuthor author) {}

    /** Where a walk through a manager's fields arrives. */
    private interface Place {
        /** @param isLeaf whether nothing is below it; otherwise it is an item of a list that the manager made */
        void at(String path, Optional<JsonNode> value, boolean isLeaf);
    }

    private AddedFields() {}

    /**
     * @param declared what the facility applied last: the engine has compared it, whoever owns the field by now
     * @param compared the fields that the engine found otherwise already
     */
    static List<Added> of(JsonNode live, JsonNode declared, List<FieldChange> compared) {
        var known = new ArrayList<String>();
        compared.forEach(field -> known.add(field.path()));
        // What the facility set as well is compared with what it declares.
        FieldAuthors.entries(live)
                .filter(FieldAuthors::isOurs)
                .forEach(entry -> walk("", entry.path("fieldsV1"), Optional.of(live), (path, value, isLeaf) -> {
                    if (isLeaf) {
                        known.add(path);
                    }
                }));
        var found = new ArrayList<Added>();
        var others = FieldAuthors.entries(live)
                .filter(entry -> !FieldAuthors.isOurs(entry)
                        && !MachineManagers.include(entry.path("manager").asText()))
                .toList();
        // A change by hand takes a field over and keeps it, though the value is put back.
        others.forEach(entry -> walk("", entry.path("fieldsV1"), Optional.of(declared), (path, value, isLeaf) -> {
            if (isLeaf && value.isPresent()) {
                known.add(path);
            }
        }));
        others.forEach(entry -> walk("", entry.path("fieldsV1"), Optional.of(live), (path, value, isLeaf) -> {
            if (value.isPresent() && known.stream().noneMatch(each -> touches(each, path))) {
                known.add(path);
                found.add(new Added(new FieldChange(path, Optional.empty(), value), FieldAuthors.author(entry)));
            }
        }));
        return found;
    }

    /** Whether one of two paths is the other, or lies below it: a list that is set whole has no items of its own. */
    private static boolean touches(String one, String other) {
        return isWithin(one, other) || isWithin(other, one);
    }

    private static boolean isWithin(String path, String other) {
        return path.equals(other) || path.startsWith(other + ".") || path.startsWith(other + "[");
    }

    private static void walk(String path, JsonNode fields, Optional<JsonNode> value, Place found) {
        for (var field : fields.properties()) {
            String key = field.getKey();
            String name = key.substring(key.indexOf(':') + 1);
            if (key.equals(".") || isTheServers(path, name)) {
                continue;
            }
            boolean isProperty = key.startsWith("f:");
            String place = isProperty ? property(path, name) : path + "[" + item(key, name) + "]";
            var inner = value.flatMap(node -> isProperty ? Optional.ofNullable(node.get(name)) : item(node, key, name));
            // An item that somebody made is told as a whole, not word by word.
            boolean isLeaf = field.getValue().isEmpty();
            if (isLeaf || field.getValue().has(".")) {
                found.at(place, inner, isLeaf);
            }
            if (!isLeaf) {
                walk(place, field.getValue(), inner, found);
            }
        }
    }

    private static boolean isTheServers(String path, String name) {
        return (path.isEmpty() && name.equals("status"))
                || (path.equals("metadata") && !METADATA.contains(name))
                || name.equals(LAST_APPLIED);
    }

    /** {@code k:{"name":"hub"}} is the item of that name, {@code v:"a"} the value itself. */
    private static String item(String key, String text) {
        if (key.startsWith("v:")) {
            return text.replace("\"", "");
        }
        var words = new ArrayList<String>();
        ItemKey.of(text).properties().forEach(each -> words.add(each.getValue().asText()));
        return String.join(" ", words);
    }

    private static Optional<JsonNode> item(JsonNode list, String key, String text) {
        JsonNode wanted = ItemKey.of(text);
        for (JsonNode each : list) {
            boolean found = key.startsWith("v:")
                    ? each.equals(wanted)
                    : wanted.properties().stream()
                            .allMatch(part -> part.getValue().equals(each.get(part.getKey())));
            if (found) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    private static String property(String path, String name) {
        if (name.contains(".") || name.contains("/")) {
            return path + "[" + name + "]";
        }
        return path.isEmpty() ? name : path + "." + name;
    }
}
