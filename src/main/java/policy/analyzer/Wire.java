package policy.analyzer;

import com.google.protobuf.ListValue;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import policy.Node;

/** The engine's values as plain ones, with secrets unwrapped and handed to the masks. */
final class Wire {
    private static final String UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    /** What the engine sends for a value that only a run will know: one of these for each type. */
    private static final Set<String> UNKNOWNS = Set.of(
            UNKNOWN,
            "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
            "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
            "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
            "030794c1-ac77-496b-92df-f27374a8bd58",
            "e48ece36-62e2-4504-bad9-02848725956a",
            "dd056dcd-154b-4c76-9bd3-c8f88648b5ff");

    /** The mark of a value with a meaning of its own, and the two meanings that hide a value. */
    private static final String SIGNATURE = "4dabf18193072939515e22adb298388d";

    private static final String SECRET = "1b47061264138c4ac30d75fd1eb44270";
    private static final String OUTPUT = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

    private final Masks masks;

    Wire(Masks masks) {
        this.masks = masks;
    }

    Node node(Struct struct) {
        return Node.of(map(struct));
    }

    private Map<String, Object> map(Struct struct) {
        var map = new TreeMap<String, Object>();
        struct.getFieldsMap().forEach((key, value) -> map.put(key, plain(value)));
        return map;
    }

    private Object plain(Value value) {
        return switch (value.getKindCase()) {
            case STRUCT_VALUE -> structured(value.getStructValue());
            case LIST_VALUE -> list(value.getListValue());
            case NUMBER_VALUE -> number(value.getNumberValue());
            case BOOL_VALUE -> value.getBoolValue();
            case STRING_VALUE -> UNKNOWNS.contains(value.getStringValue()) ? Node.UNKNOWN : value.getStringValue();
            case NULL_VALUE, KIND_NOT_SET -> null;
        };
    }

    private Object structured(Struct struct) {
        String mark =
                struct.getFieldsOrDefault(SIGNATURE, Value.getDefaultInstance()).getStringValue();
        if (mark.equals(SECRET)) {
            Object value = plain(struct.getFieldsOrDefault("value", Value.getDefaultInstance()));
            masks.add(value);
            return value;
        }
        if (mark.equals(OUTPUT)) {
            if (!struct.containsFields("value")) {
                return Node.UNKNOWN;
            }
            Object value = plain(struct.getFieldsOrThrow("value"));
            if (struct.getFieldsOrDefault("secret", Value.getDefaultInstance()).getBoolValue()) {
                masks.add(value);
            }
            return value;
        }
        return map(struct);
    }

    private Object list(ListValue list) {
        var items = new ArrayList<Object>();
        list.getValuesList().forEach(item -> items.add(plain(item)));
        return items;
    }

    /** The engine knows one kind of number; a whole one is read as people write it. */
    private static Object number(double number) {
        if (number == Math.rint(number) && Math.abs(number) < 1e15) {
            return (long) number;
        }
        return number;
    }

    /** Plain values for the engine; what came as a secret goes back as one. */
    static Struct struct(Map<?, ?> map, Masks masks) {
        var struct = Struct.newBuilder();
        map.forEach((key, value) -> struct.putFields(String.valueOf(key), value(value, masks)));
        return struct.build();
    }

    private static Value value(Object value, Masks masks) {
        var wire = Value.newBuilder();
        if (value == null) {
            return wire.setNullValue(NullValue.NULL_VALUE).build();
        }
        if (value instanceof Map<?, ?> map) {
            return wire.setStructValue(struct(map, masks)).build();
        }
        if (value instanceof Iterable<?> items) {
            var list = ListValue.newBuilder();
            items.forEach(item -> list.addValues(value(item, masks)));
            return wire.setListValue(list).build();
        }
        return masks.hides(value) ? secret(scalar(value)) : scalar(value);
    }

    private static Value secret(Value value) {
        return Value.newBuilder()
                .setStructValue(
                        Struct.newBuilder().putFields(SIGNATURE, scalar(SECRET)).putFields("value", value))
                .build();
    }

    private static Value scalar(Object value) {
        var wire = Value.newBuilder();
        if (value == Node.UNKNOWN) {
            return wire.setStringValue(UNKNOWN).build();
        }
        if (value instanceof Number number) {
            return wire.setNumberValue(number.doubleValue()).build();
        }
        if (value instanceof Boolean bool) {
            return wire.setBoolValue(bool).build();
        }
        return wire.setStringValue(value.toString()).build();
    }
}
