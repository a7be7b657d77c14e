package provider;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/** A look at a resource in the process that asks, as the engine has its plug-in do at a refresh. */
public final class Reading {
    private Reading() {}

    /**
     * Whether a refresh would find it exactly as the state holds it.
     *
     * @param inputs of the state, secrets opened; as its outputs
     */
    public static boolean isStill(Kind kind, String id, JsonNode inputs, JsonNode outputs) {
        var known = plain(outputs);
        var declared = fieldsOf(known, kind);
        return declared.equals(plain(inputs)) && kind.read(id, known).equals(Optional.of(known));
    }

    private static Map<String, Object> fieldsOf(Map<String, Object> outputs, Kind kind) {
        var inputs = new java.util.TreeMap<>(outputs);
        inputs.keySet().retainAll(kind.fields().stream().map(Field::name).toList());
        return inputs;
    }

    /** Without what the engine keeps for itself. */
    private static Map<String, Object> plain(JsonNode values) {
        var plain = Wire.plain(values);
        plain.keySet().removeIf(key -> key.startsWith("__"));
        return plain;
    }

    /** The values of a provider's own inputs. */
    public static Map<String, Object> configuration(JsonNode inputs) {
        return plain(inputs);
    }
}
