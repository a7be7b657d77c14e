package engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;

/** The environment's configuration as the engine gives it to the program, secrets included; held in memory alone. */
public final class OpenConfiguration {
    private OpenConfiguration() {}

    /**
     * By key; a structured value as JSON.
     *
     * @throws EngineFailedException when the engine cannot decrypt it; its words hold no secret
     */
    public static Map<String, String> of(PulumiCommand pulumi) {
        var printed = pulumi.run("config", "--json", "--show-secrets");
        if (!printed.succeeded()) {
            throw new EngineFailedException("the engine could not open the configuration: "
                    + printed.output().strip());
        }
        try {
            var values = new TreeMap<String, String>();
            JsonNode written = new ObjectMapper().readTree(printed.output());
            written.properties()
                    .forEach(entry -> values.put(
                            entry.getKey(), entry.getValue().path("value").asText()));
            return values;
        } catch (JsonProcessingException unreadable) {
            // Its message would quote the text, and the text holds the values.
            throw new EngineFailedException("the engine's configuration is no JSON");
        }
    }
}
