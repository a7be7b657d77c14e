package change.danger;

import change.Danger;
import change.Danger.Rank;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

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
            var had = Grant.of(examined.before());
            var more = Grant.of(examined.after()).stream()
                    .filter(grant -> had.stream().noneMatch(old -> old.covers(grant)))
                    .map(Grant::words)
                    .collect(Collectors.toCollection(TreeSet::new));
            return danger(examined, more, "may also: ", "whoever is bound to it may do that from now on");
        }
        if (examined.is(Set.of("RoleBinding", "ClusterRoleBinding"))) {
            var more = subjects(examined.after());
            String role = role(examined.after());
            boolean same = role.equals(role(examined.before()));
            if (same) {
                more.removeAll(subjects(examined.before()));
            }
            return danger(examined, more, same ? "also binds " : "binds ", "they may do all that " + role + " allows");
        }
        return List.of();
    }

    private List<Danger> danger(Examined examined, Set<String> more, String words, String meaning) {
        return more.isEmpty()
                ? List.of()
                : List.of(examined.danger(this, Rank.ACCESS, words + String.join("; ", more), meaning));
    }

    private static String role(JsonNode binding) {
        return binding.at("/roleRef/kind").asText() + " "
                + binding.at("/roleRef/name").asText();
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
