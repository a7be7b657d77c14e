package health;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Whether a node's GPU cards are cut as declared. */
final class Cards {
    private static final String LAYOUT = "nvidia.com/mig.config";
    private static final String STATE = "nvidia.com/mig.config.state";

    private Cards() {}

    /** A node without a layout has only to be there. */
    static Optional<String> node(Live live) {
        JsonNode labels = live.object().path("metadata").path("labels");
        String state = labels.path(STATE).asText("pending");
        return !labels.has(LAYOUT) || state.equals("success")
                ? Optional.empty()
                : Optional.of("layout " + labels.path(LAYOUT).asText() + " is " + state);
    }

    /** An operator that says nothing yet has only to be there. */
    static Optional<String> operator(Live live) {
        String state = live.status().path("state").asText();
        return state.isEmpty() || state.equals("ready") ? Optional.empty() : Optional.of("its operator is " + state);
    }
}
