package cli;

import engine.CutOff;
import engine.StateFile;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kube.Declared;
import target.ListedObject;
import target.OwnObjects;
import target.UnlistedException;

/**
 * Objects that the facility made and no state knows: a run that was killed had made them. The next {@code up} takes over
 * what is still declared; what is not, nobody else would ever find.
 *
 * @param declared still declared: taken over by the next up
 * @param forsaken declared no longer
 */
record Leftovers(List<ListedObject> declared, List<ListedObject> forsaken) {
    private static final int SHOWN = 5;

    /**
     * Looks at every kind that the cluster serves.
     *
     * @throws UnlistedException for a kind of which nothing can be said
     */
    static Leftovers look(ClusterRun run) {
        Set<String> known = StateFile.of(run.pulumi()).objects();
        Set<String> wanted = run.checked().objects().stream()
                .filter(object -> !object.patch())
                .map(Leftovers::key)
                .collect(Collectors.toSet());
        var unknown = OwnObjects.on(run.workspace().target()).stream()
                .filter(object -> !known.contains(key(object)))
                .sorted(Comparator.comparing(Leftovers::title))
                .collect(Collectors.partitioningBy(object -> wanted.contains(key(object))));
        return new Leftovers(unknown.get(true), unknown.get(false));
    }

    private static String key(Declared object) {
        return StateFile.key(object.object().getApiVersion(), object.kind(), object.name());
    }

    private static String key(ListedObject object) {
        return StateFile.key(object.kind().apiVersion(), object.kind().kind(), object.path());
    }

    static String title(ListedObject object) {
        return object.kind().kind() + " " + object.path();
    }

    /** What a preview says of them, if a run was cut off here. */
    static List<String> lines(ClusterRun run) {
        if (!CutOff.of(run.workspace()).stands()) {
            return List.of();
        }
        try {
            return look(run).lines("./facility leftovers " + run.workspace().environment());
        } catch (UnlistedException | KubernetesClientException silent) {
            return List.of("a run was cut off here, and what it left cannot be told: " + silent.getMessage());
        }
    }

    /** After an up that came to its end: nothing has to be looked for again if nothing was left. */
    static List<String> settled(ClusterRun run) {
        var cutOff = CutOff.of(run.workspace());
        if (!cutOff.stands()) {
            return List.of();
        }
        List<String> lines = lines(run);
        if (lines.isEmpty()) {
            cutOff.clear();
        }
        return lines;
    }

    /** After a down, which removes what the state knows. */
    static List<String> afterDown(ClusterRun run) {
        List<String> lines = settled(run);
        return lines.isEmpty()
                ? lines
                : Stream.concat(lines.stream(), Stream.of("bring it up and down again to remove what up takes over"))
                        .toList();
    }

    private List<String> lines(String command) {
        var taken = declared.isEmpty()
                ? List.<String>of()
                : List.of("a run that was cut off made " + declared.size()
                        + " objects that are not in the state: up takes them over as they are");
        var left = forsaken.isEmpty()
                ? List.<String>of()
                : List.of("a run that was cut off left " + forsaken.size()
                        + " objects that nothing declares and no state knows: " + named(forsaken)
                        + "; look at them, and remove them: " + command);
        return Stream.concat(taken.stream(), left.stream()).toList();
    }

    private static String named(List<ListedObject> objects) {
        String first = objects.stream().limit(SHOWN).map(Leftovers::title).collect(Collectors.joining(", "));
        return objects.size() > SHOWN ? first + " and " + (objects.size() - SHOWN) + " more" : first;
    }

    /** Whether it holds data, or what is below it would go with it: such objects are removed by hand alone. */
    static boolean isKept(ListedObject object) {
        return Declared.isDataBearing(object.kind().kind());
    }
}
