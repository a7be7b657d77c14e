package drift;

import difference.PathSegments;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A property's path as reports have it, in the engine's own spelling: items of lists by their place. */
public final class PropertyPath {
    /** By what reports name an item of a list, the commonest first. */
    private static final List<String> NAMES =
            List.of("name", "mountPath", "key", "type", "ip", "containerPort", "port");

    private PropertyPath() {}

    /**
     * {@code spec.template.spec.containers[0].image} for {@code spec.template.spec.containers[hub].image}; of a property
     * within a text, the text. Empty if the object declares nothing there, so that nothing of it can be left.
     *
     * @param fields the object as it is declared
     */
    public static Optional<String> of(Map<String, Object> fields, String path) {
        Object at = fields;
        var found = new StringBuilder();
        for (String segment : PathSegments.of(path)) {
            if (at instanceof Map<?, ?> map && map.containsKey(segment)) {
                at = map.get(segment);
                found.append(property(segment, found.isEmpty()));
            } else if (at instanceof List<?> list && index(list, segment) >= 0) {
                int index = index(list, segment);
                at = list.get(index);
                found.append('[').append(index).append(']');
            } else if (at instanceof String && !found.isEmpty()) {
                return Optional.of(found.toString());
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(found.toString());
    }

    private static String property(String name, boolean first) {
        if (name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
            return first ? name : "." + name;
        }
        return "[\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"]";
    }

    private static int index(List<?> list, String segment) {
        for (String name : NAMES) {
            for (int i = 0; i < list.size(); i++) {
                if (list.get(i) instanceof Map<?, ?> item && segment.equals(String.valueOf(item.get(name)))) {
                    return i;
                }
            }
        }
        boolean isPlace = segment.matches("[0-9]{1,5}") && Integer.parseInt(segment) < list.size();
        return isPlace ? Integer.parseInt(segment) : -1;
    }
}
