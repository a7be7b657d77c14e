package preview;

import change.Fingerprint;
import change.Masks;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Properties as the engine writes them, without its own marks: a secret is its fingerprint where its value is known. */
final class EngineValues {
    /** The engine's marks: its sig package's key, and its constant for what is not known before the change. */
    private static final String SIGNATURE = "4dabf18193072939515e22adb298388d";

    private static final String UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
    private static final String SECRET_TYPE = "kubernetes:core/v1:Secret";

    private final Optional<Fingerprint> fingerprint;
    private final Masks masks;

    EngineValues(Optional<Fingerprint> fingerprint, Masks masks) {
        this.fingerprint = fingerprint;
        this.masks = masks;
    }

    /**
     * The properties to show.
     *
     * @param open the same properties with the values of secrets, where they are known
     */
    JsonNode shown(String type, JsonNode inputs, Optional<JsonNode> open) {
        var shown = plain(inputs, open);
        if (type.equals(SECRET_TYPE) && shown instanceof ObjectNode secret) {
            hide(secret, "data");
            hide(secret, "stringData");
        }
        return masks.masked(shown);
    }

    private JsonNode plain(JsonNode node, Optional<JsonNode> open) {
        if (node.has(SIGNATURE)) {
            return open.map(this::fingerprints).orElseGet(() -> text(Masks.MASK));
        }
        if (node instanceof ObjectNode) {
            var copy = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(field -> {
                // What the provider keeps for itself is no property of the object.
                if (!field.getKey().startsWith("__")) {
                    copy.set(
                            field.getKey(),
                            plain(field.getValue(), open.flatMap(each -> child(each.get(field.getKey())))));
                }
            });
            return copy;
        }
        if (node instanceof ArrayNode) {
            var copy = JsonNodeFactory.instance.arrayNode();
            for (int i = 0; i < node.size(); i++) {
                int at = i;
                copy.add(plain(node.get(i), open.flatMap(each -> child(each.get(at)))));
            }
            return copy;
        }
        return node.isTextual() && node.asText().equals(UNKNOWN) ? text("(known after the change)") : node;
    }

    private static Optional<JsonNode> child(JsonNode node) {
        return Optional.ofNullable(node);
    }

    private JsonNode fingerprints(JsonNode value) {
        if (value instanceof ObjectNode) {
            var copy = JsonNodeFactory.instance.objectNode();
            value.properties().forEach(field -> copy.set(field.getKey(), fingerprints(field.getValue())));
            return copy;
        }
        if (value instanceof ArrayNode) {
            var copy = JsonNodeFactory.instance.arrayNode();
            value.forEach(item -> copy.add(fingerprints(item)));
            return copy;
        }
        return text(fingerprint.map(print -> print.of(value.asText())).orElse(Masks.MASK));
    }

    /** A Secret's data is secret, marked or not. */
    private void hide(ObjectNode secret, String field) {
        if (secret.get(field) instanceof ObjectNode data) {
            data.properties().forEach(entry -> {
                if (!entry.getValue().asText().startsWith("[secret")) {
                    entry.setValue(fingerprints(entry.getValue()));
                }
            });
        }
    }

    private static JsonNode text(String text) {
        return JsonNodeFactory.instance.textNode(text);
    }
}
