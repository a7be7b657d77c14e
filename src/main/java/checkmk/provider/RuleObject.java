package checkmk.provider;

import checkmk.rest.Answer;
import checkmk.rest.Client;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import provider.Field;
import provider.Wire;

/**
 * A rule of a rule set. The server gives it an id of its own; its comment carries our key, so that one whose making
 * went unanswered is found again instead of made twice.
 */
final class RuleObject implements RestObject {
    private static final String MARK = "facility: ";

    @Override
    public List<Field> fields() {
        return List.of(
                Field.text("key").kept(),
                Field.text("ruleset").kept(),
                Field.text("folder").kept(),
                Field.text("description"),
                Field.text("valueRaw"),
                Field.map("conditions"),
                Field.truth("disabled"));
    }

    @Override
    public String collection() {
        return "/domain-types/rule/collections/all";
    }

    @Override
    public String path(String id) {
        return "/objects/rule/" + id;
    }

    @Override
    public Map<String, Object> created(Map<String, Object> inputs) {
        var body = new TreeMap<>(updated(inputs));
        body.put("ruleset", inputs.get("ruleset"));
        body.put("folder", inputs.get("folder"));
        return body;
    }

    @Override
    public Map<String, Object> updated(Map<String, Object> inputs) {
        return Map.of(
                "properties",
                Map.of(
                        "description", inputs.get("description"),
                        "comment", MARK + inputs.get("key"),
                        "disabled", inputs.getOrDefault("disabled", false)),
                "value_raw",
                inputs.get("valueRaw"),
                "conditions",
                inputs.getOrDefault("conditions", Map.of()));
    }

    @Override
    public Map<String, Object> inputs(String id, Answer shown) {
        JsonNode rule = shown.extensions();
        JsonNode properties = rule.path("properties");
        String comment = properties.path("comment").asText();
        var inputs = new TreeMap<String, Object>();
        inputs.put("key", comment.startsWith(MARK) ? comment.substring(MARK.length()) : id);
        inputs.put("ruleset", rule.path("ruleset").asText());
        inputs.put("folder", rule.path("folder").asText());
        inputs.put("description", properties.path("description").asText());
        inputs.put("valueRaw", rule.path("value_raw").asText());
        inputs.put("conditions", Wire.plain(rule.path("conditions")));
        if (properties.path("disabled").asBoolean()) {
            inputs.put("disabled", true);
        }
        return inputs;
    }

    @Override
    public Optional<String> existing(Client client, Map<String, Object> inputs) {
        String query = "?ruleset_name="
                + java.net.URLEncoder.encode(
                        String.valueOf(inputs.get("ruleset")), java.nio.charset.StandardCharsets.UTF_8);
        for (JsonNode rule : client.get(collection() + query).body().path("value")) {
            JsonNode shown = rule.path("extensions");
            if (shown.path("properties").path("comment").asText().equals(MARK + inputs.get("key"))
                    && shown.path("folder").asText().equals(inputs.get("folder"))) {
                return Optional.of(rule.path("id").asText());
            }
        }
        return Optional.empty();
    }

    @Override
    public boolean ours(Map<String, Object> there, Map<String, Object> inputs) {
        return true;
    }
}
