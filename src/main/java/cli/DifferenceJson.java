package cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import difference.Difference;
import difference.ObjectChange;
import java.util.Locale;
import java.util.Set;

/**
 * A difference between declarations as JSON: {@code {before, after, compared, changes: [{operation, stack, type, name,
 * protected, declared, fields: [{path, declared, before, after}]}]}}; a public contract.
 */
final class DifferenceJson {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private DifferenceJson() {}

    static String of(Difference difference, Set<String> undeclared, String before, String after) {
        var document = JSON.createObjectNode();
        document.put("before", before).put("after", after).put("compared", difference.compared());
        ArrayNode changes = document.putArray("changes");
        difference.changes().forEach(change -> add(changes, change, undeclared));
        try {
            return JSON.writeValueAsString(document) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a difference could not be written as JSON", e);
        }
    }

    private static void add(ArrayNode changes, ObjectChange change, Set<String> undeclared) {
        var node = changes.addObject()
                .put("operation", change.operation().name().toLowerCase(Locale.ROOT))
                .put("stack", change.object().stack())
                .put("type", change.object().type())
                .put("name", change.object().name())
                .put("protected", change.object().isProtected())
                .put(
                        "declared",
                        !undeclared.contains(SameFile.key(change, ""))
                                || !change.fields().isEmpty());
        ArrayNode fields = node.putArray("fields");
        change.fields().forEach(field -> {
            var entry = fields.addObject()
                    .put("path", field.path())
                    .put("declared", !SameFile.holds(undeclared, change, field));
            field.before().ifPresent(value -> entry.set("before", value));
            field.after().ifPresent(value -> entry.set("after", value));
        });
    }
}
