package config;

import config.YamlNode.Mapping;
import facility.Named;
import facility.Nearest;
import facility.Problem;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A record's components as the keys of a mapping. */
final class RecordShape {
    private static final String NAME = "name";

    private final Class<?> type;
    private final Optional<String> newName;

    RecordShape(Class<?> type) {
        this(type, Optional.empty());
    }

    private RecordShape(Class<?> type, Optional<String> newName) {
        this.type = type;
        this.newName = newName;
    }

    /** Of a new element, whose name is the key that the file wrote it under. */
    RecordShape named(String name) {
        return new RecordShape(type, Optional.of(name));
    }

    /** The record with the file's values over the shared ones; empty if a value has neither. */
    Optional<Object> filled(Optional<Object> shared, Mapping mapping, String path, Binder binder) {
        refuseUnknown(mapping, path, binder);
        var arguments = new ArrayList<Object>();
        for (var component : type.getRecordComponents()) {
            value(component, shared, mapping, path, binder).ifPresent(arguments::add);
        }
        return arguments.size() == type.getRecordComponents().length
                ? Optional.of(construct(arguments))
                : Optional.empty();
    }

    private Optional<Object> value(
            RecordComponent component, Optional<Object> shared, Mapping mapping, String path, Binder binder) {
        String key = component.getName();
        Optional<Object> before = shared.map(record -> read(component, record)).or(() -> unwritten(component));
        if (isName(key)) {
            return before.or(() -> newName.map(Object.class::cast));
        }
        var node = mapping.entries().get(key);
        String place = path.isEmpty() ? key : path + "." + key;
        if (node != null) {
            return binder.bind(component.getGenericType(), before, node, place);
        }
        if (before.isEmpty()) {
            binder.report(Problem.of(place, "is missing", "", "every new element needs it", "add the key " + key));
        }
        return before;
    }

    /** What a component is if nothing is written: only of those that can be empty. */
    private static Optional<Object> unwritten(RecordComponent component) {
        Map<Type, Object> empty = Map.of(Optional.class, Optional.empty(), Map.class, Map.of());
        return Optional.ofNullable(empty.get(component.getType()));
    }

    private void refuseUnknown(Mapping mapping, String path, Binder binder) {
        List<String> known = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .filter(key -> !isName(key))
                .toList();
        mapping.entries().forEach((key, value) -> {
            if (!known.contains(key)) {
                String place = path.isEmpty() ? key : path + "." + key;
                binder.written().set(place, value.line());
                binder.report(unknown(place, key, known));
            }
        });
    }

    /** The fault of a key that no component has. */
    static Problem unknown(String path, String key, List<String> known) {
        String hint = Nearest.hint(key, known);
        return Problem.of(
                path,
                "is no known key",
                "\"" + key + "\"",
                "known are " + String.join(", ", known),
                hint.isEmpty() ? "remove it" : hint);
    }

    private boolean isName(String key) {
        return key.equals(NAME) && Named.class.isAssignableFrom(type);
    }

    static Object read(RecordComponent component, Object record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }

    private Object construct(List<Object> arguments) {
        try {
            var types = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            return type.getConstructor(types).newInstance(arguments.toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot construct " + type.getName(), e);
        }
    }
}
