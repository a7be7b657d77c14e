package preview;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import kube.Declared;

/** Who set a field, by the managers that the API server writes down with each object. */
final class FieldManagers {
    private FieldManagers() {}

    /** @param path as {@link difference.FieldChange} has it; items of lists are looked at as far as their list */
    static List<String> of(JsonNode live, String path) {
        var managers = new ArrayList<String>();
        for (JsonNode entry : live.path("metadata").path("managedFields")) {
            String manager = entry.path("manager").asText();
            if (!manager.equals(Declared.FIELD_MANAGER) && owns(entry.path("fieldsV1"), segments(path))) {
                managers.add(manager);
            }
        }
        return managers;
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

    /** {@code spec.hard[limits.cpu]} is spec, hard and limits.cpu. */
    private static List<String> segments(String path) {
        var segments = new ArrayList<String>();
        var word = new StringBuilder();
        boolean inBrackets = false;
        for (char each : path.toCharArray()) {
            boolean ends = inBrackets ? each == ']' : each == '.' || each == '[';
            if (!ends) {
                word.append(each);
                continue;
            }
            if (!word.isEmpty()) {
                segments.add(word.toString());
                word.setLength(0);
            }
            inBrackets = each == '[';
        }
        if (!word.isEmpty()) {
            segments.add(word.toString());
        }
        return segments;
    }
}
