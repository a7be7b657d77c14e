package config;

import config.YamlNode.Mapping;
import config.YamlNode.Scalar;
import facility.Problem;
import facility.Typed;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** The records of a sealed interface, of which the key {@code type} chooses one; without it the shared one stays. */
final class Variants {
    private static final String TYPE = "type";

    private final List<Class<?>> records;

    Variants(Class<?> sealed) {
        this.records = Arrays.asList(sealed.getPermittedSubclasses());
    }

    /** The chosen record; another one than the shared has nothing of the shared one's values. */
    Optional<Object> bind(Optional<Object> shared, Mapping mapping, String path, Binder binder) {
        var chosen = chosen(shared, mapping, path, binder);
        if (chosen.isEmpty()) {
            return shared;
        }
        Class<?> record = chosen.get();
        var before = shared.filter(record::isInstance);
        if (before.isEmpty()) {
            binder.written().added(path);
        }
        var rest = new LinkedHashMap<>(mapping.entries());
        rest.remove(TYPE);
        // A fault was reported; the shared one lets the other rules go on.
        return new RecordShape(record)
                .filled(before, new Mapping(mapping.line(), rest), path, binder)
                .or(() -> shared);
    }

    private Optional<Class<?>> chosen(Optional<Object> shared, Mapping mapping, String path, Binder binder) {
        String place = path + "." + TYPE;
        var node = mapping.entries().get(TYPE);
        if (node == null) {
            if (shared.isEmpty()) {
                binder.report(Problem.of(
                        place, "is missing", "", "known are " + String.join(", ", words()), "add the key " + TYPE));
            }
            return shared.map(Object::getClass);
        }
        binder.written().set(place, node.line());
        Optional<Class<?>> named = records.stream()
                .filter(record ->
                        node instanceof Scalar scalar && Typed.word(record).equals(scalar.text()))
                .findFirst();
        if (named.isEmpty()) {
            binder.report(WrongValueException.unknown(node, words()).at(place));
        }
        return named;
    }

    private List<String> words() {
        return records.stream().map(Typed::word).sorted().toList();
    }
}
