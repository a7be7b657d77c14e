package registration;

import com.google.protobuf.ListValue;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.Map;

/** Plain values (maps, lists, strings, numbers, booleans, null) as the engine's wire format. */
public final class Inputs {
    private Inputs() {}

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
