package preview;

import change.Danger;
import change.Operation;
import change.ResourceChange;
import change.danger.Dangers;
import change.danger.Examined;
import difference.Difference;
import difference.ObjectChange;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a comparison of two declarations found; no cluster was asked, and names stand for secrets on both sides.
 *
 * @param hidden how many differences each quiet rule kept out
 */
public record DeclaredPreview(
        List<ResourceChange> changes, List<Danger> dangers, Map<String, Integer> hidden, int unchanged) {
    public DeclaredPreview {
        changes = List.copyOf(changes);
        dangers = List.copyOf(dangers);
        hidden = Map.copyOf(hidden);
    }

    public static DeclaredPreview of(Difference difference) {
        var quiet = new Quiet();
        var changes = difference.changes().stream()
                .map(change -> change(change, quiet))
                .filter(change -> change.operation() != Operation.UPDATE
                        || !change.properties().isEmpty())
                .toList();
        var dangers = Dangers.of(changes.stream()
                .map(change -> new Examined(change, Optional.empty()))
                .toList());
        return new DeclaredPreview(changes, dangers, quiet.hidden(), difference.compared() - changes.size());
    }

    private static ResourceChange change(ObjectChange change, Quiet quiet) {
        var object = change.object();
        boolean there = change.operation() != ObjectChange.Operation.ADDED;
        boolean stays = change.operation() != ObjectChange.Operation.REMOVED;
        return new ResourceChange(
                switch (change.operation()) {
                    case ADDED -> Operation.CREATE;
                    case REMOVED -> Operation.DELETE;
                    case CHANGED -> Operation.UPDATE;
                },
                object.stack(),
                object.type(),
                object.name(),
                there && object.isProtected(),
                stays && object.isProtected(),
                quiet.of(object.type(), change.fields()),
                List.of(),
                change.before(),
                stays ? Optional.of(object.fields()) : Optional.empty());
    }
}
