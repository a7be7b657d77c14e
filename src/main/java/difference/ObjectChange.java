package difference;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One object that differs.
 *
 * @param object as it is afterwards; one that is removed, as it was
 * @param fields what differs in it, in the object's own order; empty for one that is added or removed
 */
public record ObjectChange(Operation operation, RenderedObject object, List<FieldChange> fields) {
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
        fields = List.copyOf(fields);
    }
}
