package target;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * An object as a listing shows it: who it is, and who set which of its fields; not what it is.
 *
 * @param metadata the object's own, whole
 */
public record ListedObject(ListedKind kind, JsonNode metadata) {
    /** Empty for what belongs to the cluster. */
    public String namespace() {
        return metadata.path("namespace").asText("");
    }

    public String name() {
        return metadata.path("name").asText();
    }

    /** {@code namespace/name}, or {@code name} of what belongs to the cluster. */
    public String path() {
        return namespace().isEmpty() ? name() : namespace() + "/" + name();
    }

    public String uid() {
        return metadata.path("uid").asText();
    }

    public String resourceVersion() {
        return metadata.path("resourceVersion").asText();
    }

    /** How often its specification was changed; only some kinds count. */
    public Optional<Long> generation() {
        return Optional.of(metadata.path("generation"))
                .filter(JsonNode::isNumber)
                .map(JsonNode::asLong);
    }

    public boolean isBeingDeleted() {
        return metadata.has("deletionTimestamp");
    }

    public List<ManagedFieldsEntry> managers() {
        return ManagedFieldsEntry.of(metadata);
    }
}
