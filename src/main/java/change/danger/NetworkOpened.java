package change.danger;

import change.Danger;
import change.Danger.Rank;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Network policies that let more in or out, or that go. */
final class NetworkOpened implements DangerRule {
    @Override
    public String key() {
        return "network-opened";
    }

    @Override
    public List<Danger> of(Examined examined) {
        if (!examined.is(Set.of("NetworkPolicy", "EgressFirewall", "EgressNetworkPolicy"))) {
            return List.of();
        }
        if (examined.removed() && examined.change().after().isEmpty()) {
            return List.of(examined.danger(
                    this,
                    Rank.ACCESS,
                    "is deleted",
                    "pods that no other policy selects may be reached, and reach, from everywhere"));
        }
        var more = new ArrayList<String>();
        // A policy that is new closes more than it opens: pods that it selects were open before.
        if (!examined.isNew()) {
            for (String direction : List.of("ingress", "egress")) {
                var added = entries(examined.after(), direction);
                added.removeAll(entries(examined.before(), direction));
                added.forEach(entry -> more.add(direction + " " + entry));
            }
        }
        return more.isEmpty()
                ? List.of()
                : List.of(examined.danger(
                        this,
                        Rank.ACCESS,
                        "lets more through: " + String.join("; ", more),
                        "connections that were refused are allowed"));
    }

    private static Set<String> entries(JsonNode policy, String direction) {
        var entries = new TreeSet<String>();
        policy.at("/spec/" + direction).forEach(entry -> entries.add(entry.toString()));
        return entries;
    }
}
