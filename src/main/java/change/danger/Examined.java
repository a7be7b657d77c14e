package change.danger;

import change.Danger;
import change.Danger.Rank;
import change.Operation;
import change.ResourceChange;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import difference.FieldChange;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A change with what is known of the object beyond its declaration.
 *
 * @param live the object as the cluster last had it, with its status; empty where no cluster was asked
 */
public record Examined(ResourceChange change, Optional<JsonNode> live) {
    boolean is(Set<String> kinds) {
        return kinds.contains(change.kind());
    }

    boolean isNew() {
        return change.operation() == Operation.CREATE;
    }

    boolean removed() {
        return change.operation().removes();
    }

    JsonNode before() {
        return change.before().orElse(MissingNode.getInstance());
    }

    JsonNode after() {
        return change.after().orElse(MissingNode.getInstance());
    }

    List<FieldChange> below(String path) {
        return change.properties().stream()
                .filter(field -> field.path().equals(path)
                        || field.path().startsWith(path + ".")
                        || field.path().startsWith(path + "["))
                .toList();
    }

    Danger danger(DangerRule rule, Rank rank, String what, String meaning) {
        return new Danger(rank, rule.key(), change.title(), what, meaning);
    }
}
