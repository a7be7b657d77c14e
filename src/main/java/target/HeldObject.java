package target;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kube.Declared;
import kube.Labels;

/**
 * An object as the state holds it.
 *
 * @param patch whether only some of its fields are declared, of an object that others made
 * @param declared its inputs, secrets opened
 * @param known as it was after the last write or refresh
 */
public record HeldObject(ListedKind kind, boolean patch, JsonNode declared, ListedObject known) {
    private static final String GENERATION_COUNTS = "spec";

    /** Whether the cluster finds it by the facility's label. */
    boolean isLabelled() {
        var labels = new TreeMap<String, String>();
        declared.path("metadata")
                .path("labels")
                .properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        return !patch && Labels.select(labels);
    }

    String name() {
        return known.path();
    }

    /**
     * Whether it is certainly as the state holds it. Whoever writes another value into a field takes it from our entry; whoever
     * writes as us moves its time; what was made anew has another UID. The order of a list's items is in no entry: where
     * we own several of one list, nothing else of the object may have moved either.
     */
    boolean isStill(ListedObject live) {
        var held = applied(known);
        return held.isPresent()
                && DeclaredFields.owned(declared, held.get().fields())
                && !known.isBeingDeleted()
                && !live.isBeingDeleted()
                && !known.uid().isEmpty()
                && known.uid().equals(live.uid())
                && held.equals(applied(live))
                && isOrderKept(held.get(), live);
    }

    private boolean isOrderKept(ManagedFieldsEntry held, ListedObject live) {
        if (known.resourceVersion().equals(live.resourceVersion())) {
            return true;
        }
        boolean counts = known.generation().isPresent() && known.generation().equals(live.generation());
        return !DeclaredFields.ordered(held.fields(), counts ? GENERATION_COUNTS : "");
    }

    /** Our one entry; none where there are several, by different versions of a kind. */
    private static Optional<ManagedFieldsEntry> applied(ListedObject object) {
        List<ManagedFieldsEntry> entries = object.managers().stream()
                .filter(entry -> entry.isAppliedBy(Declared.FIELD_MANAGER))
                .toList();
        return entries.size() == 1 ? Optional.of(entries.get(0)) : Optional.empty();
    }

    /** Its identity and nothing of its fields, which may hold secrets. */
    @Override
    public String toString() {
        return kind + " " + name();
    }

    /** By kind and name. */
    static Map<String, ListedObject> byTitle(List<ListedObject> objects) {
        var byTitle = new TreeMap<String, ListedObject>();
        objects.forEach(object -> byTitle.put(title(object.kind(), object.path()), object));
        return byTitle;
    }

    String title() {
        return title(kind, name());
    }

    private static String title(ListedKind kind, String name) {
        return kind + " " + name;
    }
}
