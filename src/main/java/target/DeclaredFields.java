package target;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * What was declared beside the fields that its manager owns: {@code f:} is a field, {@code k:} a list's item by its keys,
 * {@code v:} one by its value; a node without such below it is owned whole (k8s.io/apimachinery, FieldsV1).
 */
final class DeclaredFields {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Who an object is; nobody owns it. */
    private static final Set<String> IDENTITY = Set.of("apiVersion", "kind");

    private static final Set<String> NAMES = Set.of("name", "namespace");

    private DeclaredFields() {}

    /** Whether each declared field is owned: then its value is the one that the owner wrote last. */
    static boolean owned(JsonNode declared, JsonNode fields) {
        for (Map.Entry<String, JsonNode> field : declared.properties()) {
            boolean identity = IDENTITY.contains(field.getKey());
            if (!identity && !ownedField(field.getKey(), field.getValue(), fields)) {
                return false;
            }
        }
        return fields.isObject();
    }

    private static boolean ownedField(String name, JsonNode value, JsonNode fields) {
        JsonNode below = fields.path("f:" + name);
        if (!name.equals("metadata")) {
            return below.isObject() && ownedValue(value, below);
        }
        return value.properties().stream()
                .filter(field -> !NAMES.contains(field.getKey()))
                .allMatch(field -> ownedField(field.getKey(), field.getValue(), below));
    }

    private static boolean ownedValue(JsonNode value, JsonNode fields) {
        if (items(fields).isEmpty() && !hasFields(fields)) {
            return true;
        }
        if (value.isObject()) {
            return value.properties().stream()
                    .filter(field -> !field.getValue().isNull())
                    .allMatch(field -> fields.has("f:" + field.getKey())
                            && ownedValue(field.getValue(), fields.get("f:" + field.getKey())));
        }
        return value.isArray() && ownedItems(value, fields);
    }

    private static boolean ownedItems(JsonNode values, JsonNode fields) {
        List<String> items = items(fields);
        var found = new HashSet<String>();
        for (JsonNode value : values) {
            var fitting = items.stream().filter(item -> names(item, value)).toList();
            boolean owned = fitting.size() == 1
                    && found.add(fitting.get(0))
                    && (!value.isObject() || ownedValue(value, fields.get(fitting.get(0))));
            if (!owned) {
                return false;
            }
        }
        return found.size() == items.size();
    }

    /** Of a key that was left out, such as a port's protocol, the default stands in the item's. */
    private static boolean names(String item, JsonNode value) {
        JsonNode named = read(item.substring(2));
        if (item.startsWith("v:")) {
            return named.equals(value);
        }
        return value.isObject()
                && named.properties().stream()
                        .allMatch(key -> !value.has(key.getKey())
                                || value.get(key.getKey())
                                        .asText()
                                        .equals(key.getValue().asText()));
    }

    /**
     * Whether it owns two items of one list outside of a path: their order is kept nowhere in the fields.
     *
     * @param counted the top-level field whose changes the server counts, order included; empty for none
     */
    static boolean ordered(JsonNode fields, String counted) {
        return fields.properties().stream()
                .filter(field -> counted.isEmpty() || !field.getKey().equals("f:" + counted))
                .anyMatch(field -> ordered(field.getValue()));
    }

    private static boolean ordered(JsonNode fields) {
        return items(fields).size() > 1 || fields.properties().stream().anyMatch(field -> ordered(field.getValue()));
    }

    private static boolean hasFields(JsonNode fields) {
        return names(fields).anyMatch(name -> name.startsWith("f:"));
    }

    private static List<String> items(JsonNode fields) {
        return names(fields)
                .filter(name -> !name.startsWith("f:") && !name.equals("."))
                .toList();
    }

    private static java.util.stream.Stream<String> names(JsonNode fields) {
        return StreamSupport.stream(((Iterable<String>) fields::fieldNames).spliterator(), false);
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
