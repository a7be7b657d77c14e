package health;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Whether the router lets a Route in. That something answers there is a question of its own, see {@link Question}. */
final class Routes {
    private Routes() {}

    static Optional<String> route(Live live) {
        JsonNode routers = live.status().path("ingress");
        if (routers.isEmpty()) {
            return Optional.of("no router has admitted it yet");
        }
        for (JsonNode router : routers) {
            JsonNode admitted = Live.condition(router.path("conditions"), "Admitted");
            if (!admitted.path("status").asText().equals("True")) {
                return Optional.of(
                        "router " + router.path("routerName").asText() + " does not admit it: " + Live.said(admitted));
            }
        }
        return Optional.empty();
    }
}
