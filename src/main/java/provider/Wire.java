package provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import registration.Inputs;

/** The engine's values and the server's as plain ones: sorted maps, lists, texts, numbers, truths. */
public final class Wire {
    /** What the engine sends for a value that only a run will know. */
    public static final String UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    private static final String SIGNATURE = "4dabf18193072939515e22adb298388d";

    private Wire() {}

    public static Map<String, Object> plain(Struct struct) {
        var map = new TreeMap<String, Object>();
        struct.getFieldsMap().forEach((key, value) -> {
            if (!key.startsWith("__")) {
                map.put(key, plain(value));
            }
        });
        return map;
    }

    private static Object plain(Value value) {
        return switch (value.getKindCase()) {
            case STRUCT_VALUE -> value.getStructValue().containsFields(SIGNATURE)
                    ? plain(value.getStructValue().getFieldsOrDefault("value", Value.getDefaultInstance()))
                    : plain(value.getStructValue());
            case LIST_VALUE -> value.getListValue().getValuesList().stream()
                    .map(Wire::plain)
                    .toList();
            case NUMBER_VALUE -> number(value.getNumberValue());
            case BOOL_VALUE -> value.getBoolValue();
            case STRING_VALUE -> value.getStringValue();
            case NULL_VALUE, KIND_NOT_SET -> "";
        };
    }

    /** The engine knows only one kind of number; the server wants whole ones written whole. */
    private static Object number(double number) {
        if (number == Math.rint(number) && Math.abs(number) < 1e15) {
            return (long) number;
        }
        return number;
    }

    public static Map<String, Object> plain(JsonNode object) {
        var map = new TreeMap<String, Object>();
        object.properties().forEach(field -> {
            if (!field.getValue().isNull()) {
                map.put(field.getKey(), value(field.getValue()));
            }
        });
        return map;
    }

    private static Object value(JsonNode value) {
        if (value.isObject()) {
            return plain(value);
        }
        if (value.isArray()) {
            var items = new ArrayList<Object>();
            value.forEach(item -> items.add(value(item)));
            return List.copyOf(items);
        }
        if (value.isNumber()) {
            return number(value.asDouble());
        }
        return value.isBoolean() ? (Object) value.asBoolean() : value.asText();
    }

    /** For the engine, with the values of secret fields marked as such. */
    static Struct struct(Map<String, Object> values, Kind kind) {
        var marked = new TreeMap<>(values);
        for (Field field : kind.fields()) {
            if (field.secret() && marked.get(field.name()) instanceof String text) {
                marked.put(field.name(), new Inputs.Secret(text));
            }
        }
        return Inputs.struct(marked);
    }
}
