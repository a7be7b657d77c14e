package preview;

import com.fasterxml.jackson.databind.JsonNode;
import difference.FieldChange;
import facility.Quantity;
import facility.QuantityFormatException;
import java.util.Optional;

/** A difference that is none: never shown, always counted, and named in the report by its key. */
enum QuietRule {
    /** {@code 1000m} and {@code 1} are one amount. */
    QUANTITY_SPELLING("quantity-spelling") {
        @Override
        boolean hides(String type, FieldChange field) {
            return amount(field.before())
                    .flatMap(before -> amount(field.after()).map(after -> before.compareTo(after) == 0))
                    .orElse(false);
        }
    },
    /** Nothing declared, and an empty list or mapping. */
    EMPTY_VALUE("empty-value") {
        @Override
        boolean hides(String type, FieldChange field) {
            return empty(field.before()) && empty(field.after());
        }
    },
    /** The provider adds a namespace to fields of an object that has none, since it reads the wrong scope for patches. */
    PATCH_NAMESPACE("patch-namespace") {
        @Override
        boolean hides(String type, FieldChange field) {
            return type.endsWith("Patch")
                    && field.path().equals("metadata.namespace")
                    && (field.before().isEmpty() || field.after().isEmpty());
        }
    };

    private final String key;

    QuietRule(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }

    abstract boolean hides(String type, FieldChange field);

    static Optional<QuietRule> of(String type, FieldChange field) {
        for (QuietRule rule : values()) {
            if (rule.hides(type, field)) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }

    /** Only what is written with a unit, or as text: a bare number says itself. */
    private static Optional<Quantity> amount(Optional<JsonNode> value) {
        if (value.filter(each -> each.isTextual() || each.isNumber()).isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Quantity.parse(value.get().asText()));
        } catch (QuantityFormatException word) {
            return Optional.empty();
        }
    }

    private static boolean empty(Optional<JsonNode> value) {
        return value.map(each -> each.isNull() || (each.isContainerNode() && each.isEmpty()))
                .orElse(true);
    }
}
