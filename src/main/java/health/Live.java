package health;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * An object as the cluster has it.
 *
 * @param object the whole of it, status included
 * @param beside what its judgement needs as well: a workload's pods, a CronJob's jobs, a claim's class
 */
record Live(JsonNode object, List<JsonNode> beside) {
    Live {
        beside = List.copyOf(beside);
    }

    JsonNode status() {
        return object.path("status");
    }

    JsonNode spec() {
        return object.path("spec");
    }

    /** A condition of its status; missing when it has none of that type. */
    JsonNode condition(String type) {
        return condition(status().path("conditions"), type);
    }

    static JsonNode condition(JsonNode conditions, String type) {
        for (JsonNode condition : conditions) {
            if (condition.path("type").asText().equals(type)) {
                return condition;
            }
        }
        return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
    }

    /** What a condition says, in one line. */
    static String said(JsonNode condition) {
        String reason = condition.path("reason").asText();
        String message = condition.path("message").asText().lines().findFirst().orElse("");
        return reason.isEmpty() || message.isEmpty() ? reason + message : reason + ": " + message;
    }
}
