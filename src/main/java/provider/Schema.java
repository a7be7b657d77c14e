package provider;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeMap;

/** The provider's schema, made from the fields that it checks. */
final class Schema {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Schema() {}

    static String json(Plugin plugin) {
        ObjectNode schema = JSON.createObjectNode().put("name", plugin.name()).put("version", plugin.version());
        ObjectNode config = schema.putObject("config").putObject("variables");
        plugin.configuration().forEach(field -> property(config, field));
        ObjectNode resources = schema.putObject("resources");
        new TreeMap<>(plugin.kinds()).forEach((type, kind) -> {
            ObjectNode resource = resources.putObject(type);
            ObjectNode inputs = resource.putObject("inputProperties");
            var required = resource.putArray("requiredInputs");
            for (Field field : kind.fields()) {
                property(inputs, field);
                if (field.required()) {
                    required.add(field.name());
                }
            }
            resource.set("properties", inputs.deepCopy());
        });
        return schema.toString();
    }

    private static void property(ObjectNode properties, Field field) {
        ObjectNode property = properties.putObject(field.name());
        switch (field.type()) {
            case TEXT -> property.put("type", "string");
            case TRUTH -> property.put("type", "boolean");
            case MAP -> property.put("type", "object")
                    .putObject("additionalProperties")
                    .put("$ref", "pulumi.json#/Any");
            case LIST -> property.put("type", "array").putObject("items").put("$ref", "pulumi.json#/Any");
        }
        property.put("secret", field.secret());
        property.put("replaceOnChanges", field.replaces());
    }
}
