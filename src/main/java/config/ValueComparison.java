package config;

import config.ValueDifference.Side;
import facility.Facility;
import facility.Named;
import facility.Typed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Walks two facilities side by side; paths are those that a file writes. */
final class ValueComparison {
    private static final String ENVIRONMENT = "environment";

    private final Map<String, List<Optional<?>>> found = new TreeMap<>();

    List<ValueDifference> of(DeclaredValues first, DeclaredValues second) {
        for (var part : Facility.class.getRecordComponents()) {
            if (!part.getName().equals(ENVIRONMENT)) {
                compare(
                        part.getName(),
                        Optional.of(RecordShape.read(part, first.facility())),
                        Optional.of(RecordShape.read(part, second.facility())));
            }
        }
        return found.entrySet().stream()
                .map(entry -> new ValueDifference(
                        entry.getKey(),
                        side(entry.getValue().get(0), first, entry.getKey()),
                        side(entry.getValue().get(1), second, entry.getKey())))
                .toList();
    }

    private static Side side(Optional<?> value, DeclaredValues values, String path) {
        return new Side(value.map(WrittenForm::of).orElse("(none)"), values.locate(path));
    }

    private void compare(String path, Optional<?> first, Optional<?> second) {
        var left = unwrapped(first);
        var right = unwrapped(second);
        if (left.equals(right)) {
            return;
        }
        if (left.isEmpty() || right.isEmpty()) {
            found.put(path, List.of(left, right));
            return;
        }
        Object one = left.get();
        Object other = right.get();
        if (one instanceof Map<?, ?> map && other instanceof Map<?, ?> otherMap) {
            elements(path, map, otherMap);
        } else if (one instanceof List<?> list && other instanceof List<?> otherList && areNamed(list, otherList)) {
            elements(path, byName(list), byName(otherList));
            order(path, list, otherList);
        } else if (one.getClass() == other.getClass() && isStructured(one)) {
            for (var component : one.getClass().getRecordComponents()) {
                compare(
                        path + "." + component.getName(),
                        Optional.of(RecordShape.read(component, one)),
                        Optional.of(RecordShape.read(component, other)));
            }
        } else if (one instanceof Typed && isStructured(one)) {
            // Another sort of the same thing: its values have nothing to be compared with.
            found.put(path + ".type", List.of(left, right));
        } else {
            found.put(path, List.of(left, right));
        }
    }

    /** An optional value's own, so that "declared as none" and "none" are one. */
    private static Optional<?> unwrapped(Optional<?> value) {
        return value.isPresent() && value.get() instanceof Optional<?> inner ? inner : value;
    }

    private void elements(String path, Map<?, ?> first, Map<?, ?> second) {
        var keys = new TreeSet<String>();
        first.keySet().forEach(key -> keys.add((String) key));
        second.keySet().forEach(key -> keys.add((String) key));
        keys.forEach(key -> compare(
                path + "[" + key + "]", Optional.ofNullable(first.get(key)), Optional.ofNullable(second.get(key))));
    }

    /** Users see flavours and groups in the order in which they are declared. */
    private void order(String path, List<?> first, List<?> second) {
        var names = List.copyOf(byName(first).keySet());
        var others = List.copyOf(byName(second).keySet());
        if (!names.equals(others) && new TreeSet<>(names).equals(new TreeSet<>(others))) {
            found.put(path, List.of(Optional.of(names), Optional.of(others)));
        }
    }

    private static boolean areNamed(List<?> first, List<?> second) {
        var all = new ArrayList<Object>(first);
        all.addAll(second);
        return all.stream().allMatch(Named.class::isInstance);
    }

    private static Map<String, Object> byName(List<?> list) {
        var byName = new LinkedHashMap<String, Object>();
        list.forEach(item -> byName.put(((Named) item).name(), item));
        return byName;
    }

    private static boolean isStructured(Object value) {
        return value.getClass().isRecord() && !Leaves.isLeaf(value.getClass());
    }
}
