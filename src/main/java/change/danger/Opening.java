package change.danger;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a policy lets through, each peer with each port in words: a policy that is only written otherwise opens nothing. */
final class Opening {
    private Opening() {}

    static Set<String> of(JsonNode policy) {
        var openings = new TreeSet<String>();
        for (String direction : List.of("ingress", "egress")) {
            String side = direction.equals("ingress") ? "from" : "to";
            for (JsonNode entry : policy.at("/spec/" + direction)) {
                // An EgressFirewall's entry says itself whether it opens.
                if (entry.path("type").asText("Allow").equals("Allow")) {
                    for (String peer : peers(entry.path(side))) {
                        ports(entry.path("ports")).forEach(port -> openings.add(side + " " + peer + port));
                    }
                }
            }
        }
        return openings;
    }

    private static List<String> peers(JsonNode peers) {
        if (peers.isObject()) {
            return List.of(peer(peers));
        }
        var words = new ArrayList<String>();
        peers.forEach(peer -> words.add(peer(peer)));
        return words.isEmpty() ? List.of("everywhere") : words;
    }

    private static String peer(JsonNode peer) {
        var words = new ArrayList<String>();
        peer.properties()
                .forEach(field -> words.add(
                        switch (field.getKey()) {
                            case "ipBlock" -> field.getValue().path("cidr").asText()
                                    + except(field.getValue().path("except"));
                            case "namespaceSelector" -> "namespaces " + selector(field.getValue());
                            case "podSelector" -> "pods " + selector(field.getValue());
                            default -> field.getValue().isTextual()
                                    ? field.getValue().asText()
                                    : field.getValue().toString();
                        }));
        return String.join(", ", words);
    }

    private static String except(JsonNode excepted) {
        return excepted.isEmpty() ? "" : " except " + excepted;
    }

    private static String selector(JsonNode selector) {
        if (selector.isEmpty()) {
            return "of any label";
        }
        var words = new ArrayList<String>();
        selector.path("matchLabels")
                .properties()
                .forEach(label ->
                        words.add(label.getKey() + "=" + label.getValue().asText()));
        selector.path("matchExpressions").forEach(expression -> words.add(expression.toString()));
        return String.join(" ", words);
    }

    private static List<String> ports(JsonNode ports) {
        var words = new ArrayList<String>();
        for (JsonNode port : ports) {
            String last = port.has("endPort") ? "-" + port.path("endPort").asText() : "";
            words.add(" on " + port.path("protocol").asText("TCP") + " "
                    + port.path("port").asText("any port") + last);
        }
        return words.isEmpty() ? List.of("") : words;
    }
}
