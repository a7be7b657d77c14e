package promotion;

import change.ChangeSet;
import change.ChangeSetJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import promotion.BoundPlan.Bound;
import release.Digest;

/** What is another now than when a plan was approved; each a line that names it. Nothing moved: nothing is said. */
public final class Moved {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Moved() {}

    /** What can be told before anything is looked at. */
    public static List<String> bindings(Bound approved, Bound now) {
        var moved = new ArrayList<String>();
        if (!approved.target().equals(now.target())) {
            moved.add("the cluster: " + approved.target() + " -> " + now.target());
        }
        if (!approved.rendered().equals(now.rendered())) {
            moved.add("what the release declares: " + Digest.brief(approved.rendered()) + " -> "
                    + Digest.brief(now.rendered()) + "; its checkout or a chart was touched");
        }
        if (!approved.policies().equals(now.policies())) {
            moved.add("the rules and their limits: " + Digest.brief(approved.policies()) + " -> "
                    + Digest.brief(now.policies()));
        }
        if (!approved.state().equals(now.state())) {
            moved.add("the state: serial " + approved.serial() + " (" + Digest.brief(approved.state()) + ") -> serial "
                    + now.serial() + " (" + Digest.brief(now.state()) + "); another run changed it");
        }
        return moved;
    }

    /** What the preview says otherwise: a change made by hand on the cluster shows here. */
    public static List<String> previews(ChangeSet approved, ChangeSet now) {
        var moved = new ArrayList<String>();
        JsonNode before = tree(approved);
        JsonNode after = tree(now);
        for (String part : List.of("changes", "drift")) {
            moved.addAll(resources(part, before.path(part), after.path(part)));
        }
        for (String part : List.of("dangers", "remarks", "hidden")) {
            if (!before.path(part).equals(after.path(part))) {
                moved.add("the preview's " + part + " are others");
            }
        }
        if (!rules(approved).equals(rules(now))) {
            moved.add("what the rules say: " + rules(approved) + " -> " + rules(now));
        }
        return moved;
    }

    private static List<String> resources(String part, JsonNode before, JsonNode after) {
        var old = byName(before);
        var fresh = byName(after);
        var moved = new ArrayList<String>();
        var names = new TreeSet<>(old.keySet());
        names.addAll(fresh.keySet());
        for (String name : names) {
            String what = part.equals("drift") ? "changed on the cluster" : "to change";
            if (!old.containsKey(name)) {
                moved.add(name + ": now " + what + ", was not when it was approved");
            } else if (!fresh.containsKey(name)) {
                moved.add(name + ": not " + what + " any more");
            } else if (!old.get(name).equals(fresh.get(name))) {
                moved.add(name + ": " + what + " in another way");
            }
        }
        return moved;
    }

    private static Map<String, JsonNode> byName(JsonNode resources) {
        var named = new TreeMap<String, JsonNode>();
        for (JsonNode resource : resources) {
            String type = resource.path("type").asText();
            named.put(
                    type.substring(type.lastIndexOf(':') + 1) + " "
                            + resource.path("name").asText(),
                    resource);
        }
        return named;
    }

    /** Not their sentences: one counts the days that a lease has left. */
    private static List<String> rules(ChangeSet set) {
        return set.policies().stream()
                .map(result -> result.level() + " " + result.rule() + " " + result.resource())
                .distinct()
                .sorted()
                .toList();
    }

    private static JsonNode tree(ChangeSet set) {
        try {
            return JSON.readTree(ChangeSetJson.write(set));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a change set is JSON", e);
        }
    }
}
