package change.danger;

import change.Danger;
import change.Danger.Rank;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** SecurityContextConstraints that allow pods more, or that more pods may use. */
final class SecurityContextWidened implements DangerRule {
    private static final List<String> SWITCHES = List.of(
            "allowPrivilegedContainer",
            "allowPrivilegeEscalation",
            "allowHostDirVolumePlugin",
            "allowHostNetwork",
            "allowHostPID",
            "allowHostIPC",
            "allowHostPorts");
    private static final List<String> LISTS = List.of("users", "groups", "allowedCapabilities", "volumes");

    @Override
    public String key() {
        return "security-context-widened";
    }

    @Override
    public List<Danger> of(Examined examined) {
        if (!examined.is(Set.of("SecurityContextConstraints"))
                || examined.change().after().isEmpty()) {
            return List.of();
        }
        JsonNode before = examined.before();
        JsonNode after = examined.after();
        var more = new ArrayList<String>();
        SWITCHES.stream()
                .filter(each ->
                        after.path(each).asBoolean() && !before.path(each).asBoolean())
                .forEach(more::add);
        for (String list : LISTS) {
            var added = new TreeSet<String>();
            after.path(list).forEach(item -> added.add(item.asText()));
            before.path(list).forEach(item -> added.remove(item.asText()));
            if (!added.isEmpty()) {
                more.add(list + ": " + String.join(", ", added));
            }
        }
        return more.isEmpty()
                ? List.of()
                : List.of(examined.danger(
                        this,
                        Rank.ACCESS,
                        "allows more: " + String.join("; ", more),
                        "pods of those accounts may do on a node what others may not"));
    }
}
