package engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * How often an environment's state was written by a run that ended.
 *
 * @param updates counts from 0
 */
public record StateHistory(long updates) {
    /** More than any state has; the engine answers page by page, and knows no count. */
    private static final String ALL = "1000000";

    /** Of an environment's state. */
    public static StateHistory of(PulumiCommand pulumi) {
        var history = pulumi.run("stack", "history", "--json", "--page-size", ALL);
        if (!history.succeeded()) {
            throw new EngineFailedException(
                    "the engine could not read its history: " + history.output().strip());
        }
        try {
            JsonNode updates = new ObjectMapper().readTree(history.output());
            return new StateHistory(updates.size());
        } catch (JsonProcessingException e) {
            throw new EngineFailedException("the engine's history is no JSON");
        }
    }
}
