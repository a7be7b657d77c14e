package difference;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * One object that differs.
 *
 * @param object as it is afterwards; one that is removed, as it was
 * @param before the object's fields as they were; empty for one that is added
 * @param fields what differs in it, in the object's own order; empty for one that is added or removed
 */
public record ObjectChange(
        Operation operation, RenderedObject object, Optional<JsonNode> before, List<FieldChange> fields) {
    /** What becomes of an object. */
    public enum Operation {
        ADDED("+"),
        REMOVED("-"),
        CHANGED("~");

        private final String sign;

        Operation(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }
    }

    public ObjectChange {
        requireNonNull(operation, "operation is null");
        requireNonNull(object, "object is null");
        requireNonNull(before, "before is null");
        fields = List.copyOf(fields);
    }
}
