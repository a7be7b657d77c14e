package change;

import static java.util.Objects.requireNonNull;

/**
 * Who set fields of an object, as the API server wrote it down with the object.
 *
 * @param manager the program's name for itself: {@code kubectl-edit}
 * @param operation {@code Update} or {@code Apply}
 * @param time of its last change, ISO 8601 in UTC; empty where the server kept none
 */
public record FieldAuthor(String manager, String operation, String time) implements Comparable<FieldAuthor> {
    public FieldAuthor {
        requireNonNull(manager, "manager is null");
        requireNonNull(operation, "operation is null");
        requireNonNull(time, "time is null");
    }

    /** {@code kubectl-edit (Update, 2026-11-26T14:00:00Z)}. */
    public String words() {
        return manager + " (" + operation + (time.isEmpty() ? "" : ", " + time) + ")";
    }

    @Override
    public int compareTo(FieldAuthor other) {
        return words().compareTo(other.words());
    }
}
