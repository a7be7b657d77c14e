package policies.rules;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import policy.Node;
import policy.Resource;

/** Rules that let everything through: network policies add up, so that one of these undoes a fence beside it. */
final class OpenDoors {
    private static final Set<String> ANYWHERE = Set.of("0.0.0.0/0", "::/0");

    /** They come before every NetworkPolicy, or speak where none does. */
    private static final Set<String> OF_THE_CLUSTER = Set.of("AdminNetworkPolicy", "BaselineAdminNetworkPolicy");

    private OpenDoors() {}

    /** {@code in}, {@code out}, or both. */
    static List<String> of(Resource resource) {
        String kind = ObjectKind.of(resource);
        Node spec = resource.at("spec");
        if (kind.equals("NetworkPolicy")) {
            return Stream.of("in", "out")
                    .filter(door -> spec.at(door.equals("in") ? "ingress" : "egress").items().stream()
                            .anyMatch(rule -> isOpen(rule, door.equals("in") ? "from" : "to")))
                    .toList();
        }
        if (OF_THE_CLUSTER.contains(kind)) {
            return Stream.of("in", "out")
                    .filter(door -> spec.at(door.equals("in") ? "ingress" : "egress").items().stream()
                            .anyMatch(rule -> rule.at("action").textOr("").equals("Allow")))
                    .toList();
        }
        return List.of();
    }

    private static boolean isOpen(Node rule, String peers) {
        var named = rule.at(peers).items();
        return rule.at("ports").items().isEmpty()
                && (named.isEmpty() || named.stream().anyMatch(OpenDoors::isEverybody));
    }

    private static boolean isEverybody(Node peer) {
        boolean anyAddress = ANYWHERE.contains(peer.at("ipBlock", "cidr").textOr(""))
                && peer.at("ipBlock", "except").items().isEmpty();
        Node namespaces = peer.at("namespaceSelector");
        return anyAddress || (namespaces.present() && selectsAll(namespaces) && selectsAll(peer.at("podSelector")));
    }

    private static boolean selectsAll(Node selector) {
        return selector.at("matchLabels").fields().isEmpty()
                && selector.at("matchExpressions").items().isEmpty();
    }
}
