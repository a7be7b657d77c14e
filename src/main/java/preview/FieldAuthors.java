package preview;

import change.FieldAuthor;
import com.fasterxml.jackson.databind.JsonNode;
import difference.PathSegments;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import kube.Declared;

/** Who set a field, by the managers that the API server writes down with each object. */
final class FieldAuthors {
    private FieldAuthors() {}

    /** @param path as {@link difference.FieldChange} has it; items of lists are looked at as far as their list */
    static List<FieldAuthor> of(JsonNode live, String path) {
        var segments = PathSegments.of(path);
        return entries(live)
                .filter(entry -> !isOurs(entry) && owns(entry.path("fieldsV1"), segments))
                .map(FieldAuthors::author)
                .toList();
    }

    /** Whether managers are known, and the facility is none of them: somebody else made the object. */
    static boolean isForeign(JsonNode live) {
        return entries(live).findAny().isPresent() && entries(live).noneMatch(FieldAuthors::isOurs);
    }

    /** Whoever of the others changed the object last; a field that was taken away has no manager any more. */
    static Optional<FieldAuthor> latest(JsonNode live) {
        return entries(live)
                .filter(entry -> !isOurs(entry)
                        && !MachineManagers.include(entry.path("manager").asText()))
                .map(FieldAuthors::author)
                .max(Comparator.comparing(FieldAuthor::time));
    }

    /** What managers wrote of the object itself: its status says what became of it, and is nobody's declaration. */
    static Stream<JsonNode> entries(JsonNode live) {
        return StreamSupport.stream(live.path("metadata").path("managedFields").spliterator(), false)
                .filter(entry -> !entry.path("subresource").asText().equals("status"));
    }

    static boolean isOurs(JsonNode entry) {
        return entry.path("manager").asText().equals(Declared.FIELD_MANAGER);
    }

    static FieldAuthor author(JsonNode entry) {
        return new FieldAuthor(
                entry.path("manager").asText(),
                entry.path("operation").asText(),
                entry.path("time").asText());
    }

    private static boolean owns(JsonNode fields, List<String> segments) {
        JsonNode at = fields;
        for (String segment : segments) {
            JsonNode next = at.path("f:" + segment);
            if (next.isMissingNode()) {
                // A list's items are keyed in a way of their own; a manager of any of them counts.
                return at.properties().stream().anyMatch(field -> field.getKey().startsWith("k:"));
            }
            at = next;
        }
        return true;
    }
}
