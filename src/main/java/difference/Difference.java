package difference;

import difference.ObjectChange.Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What differs between two sets of objects, sorted by stack, type and name.
 *
 * @param compared how many objects there are in either
 */
public record Difference(List<ObjectChange> changes, int compared) {
    public Difference {
        changes = List.copyOf(changes);
    }

    public static Difference between(List<RenderedObject> before, List<RenderedObject> after) {
        var earlier = byIdentity(before);
        var later = byIdentity(after);
        var identities = new TreeSet<>(earlier.keySet());
        identities.addAll(later.keySet());
        var changes = new ArrayList<ObjectChange>();
        for (String identity : identities) {
            RenderedObject was = earlier.get(identity);
            RenderedObject is = later.get(identity);
            if (was == null) {
                changes.add(new ObjectChange(Operation.ADDED, is, Optional.empty(), List.of()));
            } else if (is == null) {
                changes.add(new ObjectChange(Operation.REMOVED, was, Optional.of(was.fields()), List.of()));
            } else {
                var fields = Fields.between(was.fields(), is.fields());
                if (!fields.isEmpty()) {
                    changes.add(new ObjectChange(Operation.CHANGED, is, Optional.of(was.fields()), fields));
                }
            }
        }
        changes.sort(
                Comparator.comparing((ObjectChange change) -> change.object().stack())
                        .thenComparing(change -> change.object().identity()));
        return new Difference(changes, identities.size());
    }

    private static Map<String, RenderedObject> byIdentity(List<RenderedObject> objects) {
        var byIdentity = new TreeMap<String, RenderedObject>();
        objects.forEach(object -> byIdentity.put(object.identity(), object));
        return byIdentity;
    }

    public boolean none() {
        return changes.isEmpty();
    }

    public long count(Operation operation) {
        return changes.stream()
                .filter(change -> change.operation() == operation)
                .count();
    }
}
