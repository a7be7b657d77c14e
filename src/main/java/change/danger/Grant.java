package change.danger;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One verb on one resource, so that a rule that is only split in two grants nothing new.
 *
 * @param thing a resource with its group, {@code deployments.apps}, or a path that is no resource
 * @param name the one object that it is about; empty for all of them
 */
record Grant(String verb, String thing, String name) {
    static List<Grant> of(JsonNode role) {
        var grants = new ArrayList<Grant>();
        for (JsonNode rule : role.path("rules")) {
            var things = new TreeSet<String>();
            for (JsonNode group : rule.path("apiGroups")) {
                for (JsonNode resource : rule.path("resources")) {
                    things.add(resource.asText() + (group.asText().isEmpty() ? "" : "." + group.asText()));
                }
            }
            rule.path("nonResourceURLs").forEach(url -> things.add(url.asText()));
            Set<String> names = new TreeSet<>();
            rule.path("resourceNames").forEach(name -> names.add(name.asText()));
            if (names.isEmpty()) {
                names.add("");
            }
            for (JsonNode verb : rule.path("verbs")) {
                things.forEach(thing -> names.forEach(name -> grants.add(new Grant(verb.asText(), thing, name))));
            }
        }
        return grants;
    }

    boolean covers(Grant other) {
        return (verb.equals("*") || verb.equals(other.verb))
                && (thing.equals("*.*") || thing.equals(other.thing) || sameGroup(other))
                && (name.isEmpty() || name.equals(other.name));
    }

    /** All resources of a group: {@code *.apps}. */
    private boolean sameGroup(Grant other) {
        return thing.equals("*")
                ? !other.thing.contains(".")
                : thing.startsWith("*.") && other.thing.endsWith(thing.substring(1));
    }

    String words() {
        return verb + " " + thing + (name.isEmpty() ? "" : " " + name);
    }
}
