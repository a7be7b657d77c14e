package registration;

import com.google.protobuf.ListValue;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.Map;

/** Plain values (maps, lists, strings, numbers, booleans, null, secrets) as the engine's wire format. */
public final class Inputs {
    /** The engine's own mark of a secret, its sig package's key and value for one. */
    private static final String SIGNATURE = "4dabf18193072939515e22adb298388d";

    private static final String SECRET = "1b47061264138c4ac30d75fd1eb44270";

    private Inputs() {}

    /** A value that the engine encrypts in the state and masks in what it prints. */
    public record Secret(String value) {
        @Override
        public String toString() {
            return "[secret]";
        }
    }

    public static Struct struct(Map<?, ?> map) {
        var struct = Struct.newBuilder();
        map.forEach((key, value) -> struct.putFields(String.valueOf(key), value(value)));
        return struct.build();
    }

    private static Value value(Object value) {
        var wire = Value.newBuilder();
        if (value == null) {
            return wire.setNullValue(NullValue.NULL_VALUE).build();
        }
        if (value instanceof Secret secret) {
            return value(Map.of(SIGNATURE, SECRET, "value", secret.value()));
        }
        if (value instanceof Map<?, ?> map) {
            return wire.setStructValue(struct(map)).build();
        }
        if (value instanceof Iterable<?> items) {
            var list = ListValue.newBuilder();
            items.forEach(item -> list.addValues(value(item)));
            return wire.setListValue(list).build();
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
