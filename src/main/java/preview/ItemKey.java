package preview;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/** How the API server names a list's item in the fields that it keeps of managers: as JSON. */
final class ItemKey {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ItemKey() {}

    /** Missing for one that is no JSON, which then is no item of any list. */
    static JsonNode of(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException unknown) {
            return MissingNode.getInstance();
        }
    }
}
