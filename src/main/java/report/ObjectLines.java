package report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.util.List;

/** A whole object as a person would write it: YAML, a line each, without control characters. */
final class ObjectLines {
    /** More of one object is no help in deciding; whole it is in the JSON. */
    private static final int MOST = 200;

    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build());

    private ObjectLines() {}

    static List<String> of(JsonNode object) {
        try {
            var lines = YAML.writeValueAsString(object)
                    .lines()
                    .map(FieldLines::clean)
                    .toList();
            if (lines.size() <= MOST) {
                return lines;
            }
            var some = new java.util.ArrayList<>(lines.subList(0, MOST));
            some.add("... (" + (lines.size() - MOST) + " more lines)");
            return some;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an object could not be written as YAML", e);
        }
    }
}
