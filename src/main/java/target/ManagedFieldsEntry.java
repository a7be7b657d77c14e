package target;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Which fields of an object one manager answers for, as the API server keeps it in {@code metadata.managedFields}.
 *
 * @param operation {@code Apply} or {@code Update}
 * @param subresource empty for the object itself
 * @param time of the manager's last write that changed something, to the second; empty where none is kept
 * @param fields the tree that the server keeps as fieldsV1
 */
public record ManagedFieldsEntry(String manager, String operation, String subresource, String time, JsonNode fields) {
    /** All entries of an object's metadata, in the server's order. */
    static List<ManagedFieldsEntry> of(JsonNode metadata) {
        var entries = new ArrayList<ManagedFieldsEntry>();
        for (JsonNode entry : metadata.path("managedFields")) {
            entries.add(new ManagedFieldsEntry(
                    entry.path("manager").asText(),
                    entry.path("operation").asText(),
                    entry.path("subresource").asText(""),
                    entry.path("time").asText(""),
                    entry.path("fieldsV1")));
        }
        return List.copyOf(entries);
    }

    /** Whether it is of applying the object itself. */
    boolean isAppliedBy(String name) {
        return manager.equals(name) && operation.equals("Apply") && subresource.isEmpty();
    }
}
