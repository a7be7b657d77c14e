package config;

import facility.Facility;
import facility.Named;
import facility.Typed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The single values of a facility by the paths that a file writes them at. */
final class ValueLeaves {
    private final SortedMap<String, Object> found = new TreeMap<>();

    private ValueLeaves() {}

    static SortedMap<String, Object> of(Facility facility) {
        var leaves = new ValueLeaves();
        for (var part : Facility.class.getRecordComponents()) {
            if (!part.getName().equals("environment")) {
                leaves.walk(part.getName(), RecordShape.read(part, facility));
            }
        }
        return leaves.found;
    }

    private void walk(String path, Object value) {
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(inner -> walk(path, inner));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> walk(path + "[" + key + "]", each));
        } else if (value instanceof List<?> list) {
            // Of a list of plain values the whole is written, and no item by itself.
            list.stream()
                    .filter(Named.class::isInstance)
                    .forEach(item -> walk(path + "[" + ((Named) item).name() + "]", item));
        } else if (value.getClass().isRecord() && !Leaves.isLeaf(value.getClass())) {
            for (var component : value.getClass().getRecordComponents()) {
                boolean isKey = value instanceof Named && component.getName().equals("name");
                if (!isKey) {
                    walk(path + "." + component.getName(), RecordShape.read(component, value));
                }
            }
        } else if (!(value instanceof Typed)) {
            found.put(path, value);
        }
    }
}
