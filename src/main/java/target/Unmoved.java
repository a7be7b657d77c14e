package target;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether every object is certainly as a state holds it, found by listing: one request a kind, not one an object. */
public final class Unmoved {
    /** Up to so many objects are asked for by name where a list would hold everybody's. */
    private static final int NAMED = 20;

    private Unmoved() {}

    /** False as well where that cannot be told: a kind that is not served, a right that is missing, no answer. */
    public static boolean all(Target target, List<HeldObject> held) {
        if (held.isEmpty()) {
            return true;
        }
        try (var listing = Listing.on(target)) {
            return moved(listing, held).isEmpty() && Working.all(listing, held);
        } catch (UnlistedException | KubernetesClientException | RefusedException unknown) {
            // The run reads each object itself then, and says what there is to be said.
            return false;
        }
    }

    /**
     * Which of them are not certainly so, by kind and name.
     *
     * @throws UnlistedException where that cannot be told
     */
    public static List<String> moved(Listing listing, List<HeldObject> held) {
        return moved(held, HeldObject.byTitle(live(listing, held)));
    }

    static List<String> moved(List<HeldObject> held, Map<String, ListedObject> live) {
        return held.stream()
                .filter(object -> {
                    ListedObject there = live.get(object.title());
                    return there == null || !object.isStill(there);
                })
                .map(HeldObject::toString)
                .sorted()
                .toList();
    }

    private static List<ListedObject> live(Listing listing, List<HeldObject> held) {
        Map<ListedKind, List<HeldObject>> byKind =
                held.stream().collect(Collectors.groupingBy(HeldObject::kind, TreeMap::new, Collectors.toList()));
        var labelled = new TreeSet<ListedKind>();
        var everything = new TreeSet<ListedKind>();
        Stream<ListedObject> named = Stream.empty();
        for (Map.Entry<ListedKind, List<HeldObject>> of : byKind.entrySet()) {
            if (of.getValue().stream().allMatch(HeldObject::isLabelled)) {
                labelled.add(of.getKey());
            } else if (of.getValue().size() > NAMED) {
                everything.add(of.getKey());
            } else {
                Collection<String> names =
                        of.getValue().stream().map(HeldObject::name).toList();
                named = Stream.concat(named, listing.named(of.getKey(), names).stream());
            }
        }
        return Stream.of(listing.labelled(labelled).stream(), listing.everything(everything).stream(), named)
                .flatMap(objects -> objects)
                .toList();
    }
}
