package config;

import config.YamlNode.Kind;
import config.YamlNode.Mapping;
import config.YamlNode.Scalar;
import config.YamlNode.Sequence;
import facility.Image;
import facility.Named;
import facility.Problem;
import facility.Problems;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lays a file's values over the shared ones, by the types of the records. A faulty value is reported and the shared one
 * kept, so that one run finds every fault.
 */
final class Binder {
    private final Written written;
    private final Problems problems;

    Binder(Written written, Problems problems) {
        this.written = written;
        this.problems = problems;
    }

    /** The value with the file's changes; the shared value, possibly none, if the file's is of no use. */
    Optional<Object> bind(Type type, Optional<Object> shared, YamlNode node, String path) {
        written.set(path, node.line());
        if (isLeftEmpty(node)) {
            reportEmpty(path);
            return shared;
        }
        if (type instanceof ParameterizedType generic) {
            Type last = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
            Class<?> raw = (Class<?>) generic.getRawType();
            if (raw == Optional.class) {
                return optional(last, shared, node, path);
            }
            return raw == Map.class ? map(last, shared, node, path) : list((Class<?>) last, shared, node, path);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isSealed()) {
            return mapping(node, path)
                    .map(mapping -> new Variants(plain).bind(shared, mapping, path, this))
                    .orElse(shared);
        }
        boolean leaf = Leaves.isLeaf(plain) && !(plain == Image.class && node instanceof Mapping);
        return leaf ? leaf(plain, shared, node, path) : record(plain, shared, node, path);
    }

    private Optional<Object> leaf(Class<?> type, Optional<Object> shared, YamlNode node, String path) {
        try {
            return Optional.of(Leaves.read(type, node));
        } catch (WrongValueException wrong) {
            problems.add(wrong.at(path).at(written.locate(path)));
            return shared;
        }
    }

    private Optional<Object> record(Class<?> type, Optional<Object> shared, YamlNode node, String path) {
        var mapping = mapping(node, path);
        if (mapping.isEmpty()) {
            return shared;
        }
        return new RecordShape(type).filled(shared, mapping.get(), path, this);
    }

    private Optional<Object> optional(Type type, Optional<Object> shared, YamlNode node, String path) {
        if (isNothing(node)) {
            return Optional.of(Optional.empty());
        }
        Optional<Object> inner = shared.flatMap(value -> ((Optional<?>) value).map(Object.class::cast));
        if (inner.isEmpty()) {
            // Nothing of it is shared: what it lacks is missing in the file.
            written.added(path);
        }
        Optional<Object> bound = bind(type, inner, node, path);
        if (bound.isEmpty()) {
            written.dropped(path.substring(path.lastIndexOf('.') + 1));
        }
        return Optional.of(bound);
    }

    private Optional<Object> map(Type type, Optional<Object> shared, YamlNode node, String path) {
        var values = new LinkedHashMap<String, Object>();
        shared.ifPresent(value -> ((Map<?, ?>) value).forEach((key, each) -> values.put((String) key, each)));
        mapping(node, path).ifPresent(mapping -> mapping.entries().forEach((key, value) -> {
            String place = path + "[" + key + "]";
            if (isNothing(value) && !isLeftEmpty(value)) {
                written.set(place, value.line());
                values.remove(key);
            } else {
                bind(type, Optional.ofNullable(values.get(key)), value, place).ifPresent(v -> values.put(key, v));
            }
        }));
        return Optional.of(values);
    }

    private Optional<Object> list(Class<?> type, Optional<Object> shared, YamlNode node, String path) {
        return Named.class.isAssignableFrom(type) ? named(type, shared, node, path) : plain(type, shared, node, path);
    }

    /** A list of plain values is replaced as a whole. */
    private Optional<Object> plain(Class<?> type, Optional<Object> shared, YamlNode node, String path) {
        if (!(node instanceof Sequence sequence)) {
            report(path, WrongValueException.type(node, "a list such as [a, b]"));
            return shared;
        }
        var values = new ArrayList<Object>();
        for (var item : sequence.items()) {
            bind(type, Optional.empty(), item, path + "[" + values.size() + "]").ifPresent(values::add);
        }
        return Optional.of(values);
    }

    /** A list of nouns is written as a mapping from their names; a new name adds one. */
    private Optional<Object> named(Class<?> type, Optional<Object> shared, YamlNode node, String path) {
        var values = new ArrayList<Object>(shared.map(value -> (List<?>) value).orElse(List.of()));
        mapping(node, path).ifPresent(mapping -> mapping.entries().forEach((name, value) -> {
            String place = path + "[" + name + "]";
            written.set(place, value.line());
            int index = indexOf(values, name);
            if (isLeftEmpty(value)) {
                reportEmpty(place);
            } else if (index >= 0) {
                record(type, Optional.of(values.get(index)), value, place).ifPresent(v -> values.set(index, v));
            } else {
                written.added(place);
                mapping(value, place)
                        .flatMap(fields ->
                                new RecordShape(type).named(name).filled(Optional.empty(), fields, place, this))
                        .ifPresentOrElse(values::add, () -> written.dropped(name));
            }
        }));
        return Optional.of(values);
    }

    private static int indexOf(List<?> values, String name) {
        for (int i = 0; i < values.size(); i++) {
            if (((Named) values.get(i)).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private Optional<Mapping> mapping(YamlNode node, String path) {
        if (node instanceof Mapping mapping) {
            return Optional.of(mapping);
        }
        report(path, WrongValueException.type(node, "keys with values, indented below this one"));
        return Optional.empty();
    }

    /** An empty text is nothing too: the engine writes a null so, when it sets another value in the file. */
    private static boolean isNothing(YamlNode node) {
        return node instanceof Scalar scalar
                && (scalar.kind() == Kind.NOTHING || scalar.text().isEmpty());
    }

    /** A key with nothing behind it: somebody forgot the value, or meant a comment. None is written as null. */
    private static boolean isLeftEmpty(YamlNode node) {
        return node instanceof Scalar scalar
                && scalar.kind() == Kind.NOTHING
                && scalar.text().isEmpty();
    }

    private void reportEmpty(String path) {
        report(Problem.of(
                path,
                "is left empty",
                "",
                "a value, or null where there is to be none",
                "write it, or remove the key: then the shared value holds"));
    }

    private void report(String path, WrongValueException wrong) {
        report(wrong.at(path));
    }

    /** Adds a fault with the line that the file wrote its path in. */
    void report(Problem problem) {
        problems.add(problem.at(written.locate(problem.path())));
    }

    Written written() {
        return written;
    }
}
