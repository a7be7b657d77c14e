package change.danger;

import change.Danger;
import change.Danger.Rank;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Roles that allow more, and roles that are bound to more. */
final class RightsWidened implements DangerRule {
    @Override
    public String key() {
        return "rights-widened";
    }

    @Override
    public List<Danger> of(Examined examined) {
        // A role that is new allows nobody anything until it is bound.
        if (examined.is(Set.of("Role", "ClusterRole")) && !examined.isNew()) {
            var more = grants(examined.after());
            more.removeAll(grants(examined.before()));
            return danger(examined, more, "may also: ", "whoever is bound to it may do that from now on");
        }
        if (examined.is(Set.of("RoleBinding", "ClusterRoleBinding"))) {
            var more = subjects(examined.after());
            more.removeAll(subjects(examined.before()));
            String role = examined.after().at("/roleRef/kind").asText() + " "
                    + examined.after().at("/roleRef/name").asText();
            return danger(examined, more, "also binds ", "they may do all that " + role + " allows");
        }
        return List.of();
    }

    private List<Danger> danger(Examined examined, Set<String> more, String words, String meaning) {
        return more.isEmpty()
                ? List.of()
                : List.of(examined.danger(this, Rank.ACCESS, words + String.join("; ", more), meaning));
    }

    /** One string for each verb on each resource, so that a rule that is only split in two grants nothing new. */
    private static Set<String> grants(JsonNode role) {
        var grants = new TreeSet<String>();
        for (JsonNode rule : role.path("rules")) {
            var things = new ArrayList<String>();
            for (JsonNode group : rule.path("apiGroups")) {
                for (JsonNode resource : rule.path("resources")) {
                    things.add(resource.asText() + (group.asText().isEmpty() ? "" : "." + group.asText()));
                }
            }
            rule.path("nonResourceURLs").forEach(url -> things.add(url.asText()));
            for (JsonNode verb : rule.path("verbs")) {
                things.forEach(thing -> grants.add(verb.asText() + " " + thing));
            }
        }
        return grants;
    }

    private static Set<String> subjects(JsonNode binding) {
        var subjects = new TreeSet<String>();
        for (JsonNode subject : binding.path("subjects")) {
            String namespace = subject.path("namespace").asText("");
            subjects.add(subject.path("kind").asText() + " " + (namespace.isEmpty() ? "" : namespace + "/")
                    + subject.path("name").asText());
        }
        return subjects;
    }
}
