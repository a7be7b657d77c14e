package cli;

import checklist.Checklist;
import checklist.Item;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import facility.Environment;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The checklist as {@code {environment, target, upgradeTo, clear, items: [{id, title, outcome, findings}]}}. */
final class ChecklistJson {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private ChecklistJson() {}

    static String of(Environment environment, String target, String upgradeTo, Checklist checklist) {
        var document = new LinkedHashMap<String, Object>();
        document.put("environment", environment.key());
        document.put("target", target);
        document.put("upgradeTo", upgradeTo);
        document.put("clear", checklist.clear());
        document.put(
                "items", checklist.items().stream().map(ChecklistJson::item).toList());
        try {
            return JSON.writeValueAsString(document) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the checklist could not be written as JSON", e);
        }
    }

    private static Map<String, Object> item(Item item) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("id", item.id());
        fields.put("title", item.title());
        fields.put("outcome", item.outcome().name().toLowerCase(Locale.ROOT));
        fields.put("findings", item.findings());
        return fields;
    }
}
