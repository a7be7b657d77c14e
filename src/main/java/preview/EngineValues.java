package preview;

import change.Fingerprint;
import change.Masks;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import difference.Leaves;
import engine.Marks;
import java.util.Optional;
import java.util.regex.Pattern;

/** Properties as the engine writes them, without its own marks: a secret is its fingerprint where its value is known. */
final class EngineValues {
    private static final String SECRET_TYPE = "kubernetes:core/v1:Secret";

    /** What stands for a secret already. */
    private static final Pattern SHOWN = Pattern.compile("\\[secret( [0-9a-f]{8})?\\]");

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

    /** A live value that nobody declared. */
    JsonNode added(String type, JsonNode value) {
        return type.equals(SECRET_TYPE) ? text(Masks.MASK) : masks.masked(plain(value, Optional.empty()));
    }

    private JsonNode plain(JsonNode node, Optional<JsonNode> open) {
        if (node.has(Marks.SECRET)) {
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
        return node.isTextual() && node.asText().equals(Marks.UNKNOWN) ? text("(known after the change)") : node;
    }

    private static Optional<JsonNode> child(JsonNode node) {
        return Optional.ofNullable(node);
    }

    private JsonNode fingerprints(JsonNode value) {
        return Leaves.mapped(
                value,
                leaf -> text(fingerprint.map(print -> print.of(leaf.asText())).orElse(Masks.MASK)));
    }

    /** A Secret's data is secret, marked or not. */
    private void hide(ObjectNode secret, String field) {
        if (secret.get(field) instanceof ObjectNode data) {
            data.properties().forEach(entry -> {
                if (!SHOWN.matcher(entry.getValue().asText()).matches()) {
                    entry.setValue(fingerprints(entry.getValue()));
                }
            });
        }
    }

    private static JsonNode text(String text) {
        return JsonNodeFactory.instance.textNode(text);
    }
}
