package preview;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Inputs with the values of secrets in them, held in memory for the time of one report: to tell by a fingerprint that a
 * secret changes, and to keep its value out of everything else.
 *
 * @param applied as last applied, by URN; only of resources that hold a secret
 * @param declared as declared now, by type and name; the same
 * @param values the secrets themselves
 */
public record OpenInputs(Map<String, JsonNode> applied, Map<String, JsonNode> declared, Collection<String> values) {
    public OpenInputs {
        applied = Map.copyOf(applied);
        declared = Map.copyOf(declared);
        values = new TreeSet<>(values);
    }

    public static OpenInputs none() {
        return new OpenInputs(Map.of(), Map.of(), java.util.List.of());
    }

    /** The key of {@link #declared}. */
    public static String key(String type, String name) {
        return type + "::" + name;
    }

    Optional<JsonNode> before(String urn) {
        return Optional.ofNullable(applied.get(urn));
    }

    Optional<JsonNode> after(String type, String name) {
        return Optional.ofNullable(declared.get(key(type, name)));
    }

    /** Never a value. */
    @Override
    public String toString() {
        return "OpenInputs of " + applied.size() + " applied and " + declared.size() + " declared";
    }
}
