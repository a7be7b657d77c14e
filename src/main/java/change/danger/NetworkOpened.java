package change.danger;

import change.Danger;
import change.Danger.Rank;
import com.fasterxml.jackson.databind.JsonNode;
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
        // A policy that is new closes more than it opens: pods that it selects were open before.
        if (examined.isNew()) {
            return List.of();
        }
        Set<String> more = Opening.of(examined.after());
        more.removeAll(Opening.of(examined.before()));
        Set<String> directions = types(examined.before());
        directions.removeAll(types(examined.after()));
        directions.forEach(direction -> more.add(direction + ", which it no longer looks at"));
        return more.isEmpty()
                ? List.of()
                : List.of(examined.danger(
                        this,
                        Rank.ACCESS,
                        "lets more through: " + String.join("; ", more),
                        "connections that were refused are allowed"));
    }

    private static Set<String> types(JsonNode policy) {
        var types = new TreeSet<String>();
        policy.at("/spec/policyTypes").forEach(type -> types.add(type.asText()));
        return types;
    }
}
