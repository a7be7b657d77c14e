package change;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;
import difference.FieldChange;
import java.util.List;

/**
 * A resource that is otherwise on the cluster than it was declared when it was last applied.
 *
 * @param gone whether it is not there any more
 * @param properties what differs: declared before, live after; empty for one that is gone
 * @param managers who set those fields, by the names that the API server wrote down; sorted
 * @param outcome what the next {@code up} does about it
 * @param authors the same managers with what they did and when; of a deletion the API server keeps none
 */
public record ResourceDrift(
        String stack,
        String type,
        String name,
        boolean gone,
        List<FieldChange> properties,
        List<String> managers,
        Outcome outcome,
        List<FieldAuthor> authors) {
    /** What the next run does about it. */
    public enum Outcome {
        /** Brings back what is declared. */
        TAKEN_BACK,
        /** Leaves it: the engine sees nothing to do. */
        LEFT;

        /** As JSON writes it. */
        @JsonValue
        public String key() {
            return JsonKey.of(this);
        }
    }

    public ResourceDrift {
        requireNonNull(stack, "stack is null");
        requireNonNull(type, "type is null");
        requireNonNull(name, "name is null");
        properties = List.copyOf(properties);
        managers = List.copyOf(managers);
        requireNonNull(outcome, "outcome is null");
        // A report of before there were any has none.
        authors = authors == null ? List.of() : List.copyOf(authors);
    }

    /** Of which the times are not known. */
    public ResourceDrift(
            String stack,
            String type,
            String name,
            boolean gone,
            List<FieldChange> properties,
            List<String> managers,
            Outcome outcome) {
        this(stack, type, name, gone, properties, managers, outcome, List.of());
    }

    public String title() {
        return ResourceChange.kindOf(type) + " " + name;
    }
}
