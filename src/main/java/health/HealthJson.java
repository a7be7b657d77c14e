package health;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A health as JSON: a public contract, of the schema {@code docs/schemas/health-v1.json}; without a time, but for that of a
 * spawn.
 */
public final class HealthJson {
    /** The value of {@code schema}, by which a reader knows what it has before it. */
    public static final String SCHEMA = "facility/health/v1";

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private HealthJson() {}

    public static String write(Health health) {
        var document = new LinkedHashMap<String, Object>();
        document.put("schema", SCHEMA);
        document.put("environment", health.environment());
        document.put("target", health.target());
        document.put("healthy", health.healthy());
        document.put("red", findings(health.red()));
        document.put("stacks", health.stacks().stream().map(HealthJson::stack).toList());
        health.spawn().ifPresent(spawned -> document.put("spawn", spawn(spawned)));
        try {
            return JSON.writeValueAsString(document) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the health could not be written as JSON", e);
        }
    }

    private static Map<String, Object> stack(StackHealth stack) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("name", stack.stack());
        fields.put("declared", stack.declared());
        for (Outcome outcome : Outcome.values()) {
            fields.put(counter(outcome), stack.count(outcome));
        }
        fields.put("findings", findings(stack.findings()));
        return fields;
    }

    private static Map<String, Object> spawn(Spawned spawned) {
        var fields = finding(spawned.finding());
        if (spawned.finding().outcome() != Outcome.NOT_ASKED) {
            spawned.ready().ifPresent(ready -> fields.put("secondsUntilReady", ready.toSeconds()));
            fields.put("seconds", spawned.whole().toSeconds());
        }
        return fields;
    }

    private static String counter(Outcome outcome) {
        return switch (outcome) {
            case GREEN -> "green";
            case RED -> "red";
            case NOT_ASKED -> "notAsked";
        };
    }

    private static List<Map<String, Object>> findings(List<Finding> findings) {
        return findings.stream().map(HealthJson::finding).toList();
    }

    private static Map<String, Object> finding(Finding finding) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("stack", finding.stack());
        fields.put("what", finding.what());
        fields.put("outcome", finding.outcome().word());
        fields.put("reason", finding.reason());
        return fields;
    }
}
