package difference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

/** Text that is itself YAML or JSON, as the name of its ConfigMap's key says. */
final class EmbeddedText {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private EmbeddedText() {}

    /** Whether both are mappings or lists; a text that is not is compared as what it is. */
    static boolean parses(String path, JsonNode before, JsonNode after) {
        boolean named = path.endsWith(".yaml]") || path.endsWith(".yml]") || path.endsWith(".json]");
        return named
                && tree(before).isContainerNode()
                && tree(after).isContainerNode()
                && !tree(before).equals(tree(after));
    }

    /** The text's tree, or the text itself. */
    static JsonNode tree(JsonNode text) {
        try {
            return YAML.readTree(text.asText());
        } catch (JsonProcessingException notYaml) {
            return text;
        }
    }
}
