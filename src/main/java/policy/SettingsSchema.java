package policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What a rule's settings may be, by its JSON schemas. */
public final class SettingsSchema {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private static final String LOOKED_FOR = "looked for";

    private final String rule;
    private final JsonNode properties;

    private SettingsSchema(String rule, JsonNode properties) {
        this.rule = rule;
        this.properties = properties;
    }

    /**
     * The schema that a rule brings.
     *
     * @throws IllegalArgumentException when the rule's author wrote no JSON
     */
    public static SettingsSchema of(About about) {
        try {
            return new SettingsSchema(about.id(), JSON.readTree(about.settings()));
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("the schema of rule " + about.id() + " is no JSON", broken);
        }
    }

    /**
     * A value that does not fit.
     *
     * @param path keys and indexes from the rule's settings on, {@code allowed[0]}; empty for a setting that is missing
     * @param what what is wrong with it
     */
    public record Misfit(String path, String what) {}

    /** Each schema by the name of its setting. */
    public JsonNode properties() {
        return properties;
    }

    public List<String> names() {
        return properties.properties().stream().map(Map.Entry::getKey).sorted().toList();
    }

    /** Lists of what a rule looks for, so that a shorter one is a weaker rule: those whose {@code $comment} says so. */
    public List<String> lookedFor() {
        return names().stream()
                .filter(name -> properties.get(name).path("$comment").asText().equals(LOOKED_FOR))
                .toList();
    }

    /** Those that have no default: somebody has to say them. */
    public List<String> required() {
        return names().stream()
                .filter(name -> !properties.get(name).has("default"))
                .toList();
    }

    /** Values for all settings: those written, over the defaults. */
    public Map<String, Object> filled(JsonNode written) {
        var values = new TreeMap<String, Object>();
        properties.properties().forEach(schema -> {
            if (schema.getValue().has("default")) {
                values.put(schema.getKey(), plain(schema.getValue().get("default")));
            }
        });
        written.properties().forEach(setting -> values.put(setting.getKey(), plain(setting.getValue())));
        return values;
    }

    /** Everything that is wrong with written values, sorted; a name that is no setting is among it. */
    public List<Misfit> misfits(JsonNode written) {
        return schema().validate(written).stream()
                .map(message -> new Misfit(path(message), message.getError()))
                .sorted(Comparator.comparing(Misfit::path).thenComparing(Misfit::what))
                .toList();
    }

    /** Down to the value; of a name that is not known, down to that name. */
    private static String path(ValidationMessage message) {
        var path = new StringBuilder();
        var location = message.getInstanceLocation();
        for (int i = 0; i < location.getNameCount(); i++) {
            Object element = location.getElement(i);
            path.append(element instanceof Integer ? "[" + element + "]" : (i == 0 ? "" : ".") + element);
        }
        if (message.getProperty() != null) {
            path.append(path.length() == 0 ? "" : ".").append(message.getProperty());
        }
        return path.toString();
    }

    private JsonSchema schema() {
        ObjectNode object = JSON.createObjectNode().put("type", "object").put("additionalProperties", false);
        object.set("properties", properties);
        var english = SchemaValidatorsConfig.builder().locale(Locale.ROOT).build();
        return FACTORY.getSchema(object, english);
    }

    static Object plain(JsonNode value) {
        return JSON.convertValue(value, Object.class);
    }

    @Override
    public String toString() {
        return rule + " " + properties;
    }
}
