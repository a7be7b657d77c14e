package config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One value of an environment's file, by its path.
 *
 * @param path {@code namespaces[jupyterhub].quota.memory}
 */
public record Overlay(String path, JsonNode value) {
    /** A point outside of brackets, or a bracket. */
    private static final Pattern SEPARATOR = Pattern.compile("[.](?![^\\[]*\\])|\\[|\\]");

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES));

    /** Quotes everywhere: nothing may be read as something else than it was. */
    private static final ObjectMapper QUOTED = new ObjectMapper(new YAMLFactory());

    /** As it stands in the file, below {@code config:}. */
    public List<String> lines() {
        return written(YAML, document()).lines().toList();
    }

    /**
     * A file with this value, for a trial: comments are not kept.
     *
     * @throws JsonProcessingException when the file is no YAML
     */
    public String over(String file) throws JsonProcessingException {
        JsonNode root = QUOTED.readTree(file);
        merge((ObjectNode) root, document());
        return written(QUOTED, root);
    }

    private ObjectNode document() {
        var document = JsonNodeFactory.instance.objectNode();
        ObjectNode at = document.putObject("config");
        List<String> keys = keys();
        for (String key : keys.subList(0, keys.size() - 1)) {
            at = at.putObject(key);
        }
        at.set(keys.get(keys.size() - 1), value);
        return document;
    }

    /** The part has the engine's prefix; an element's name is a key like any other. */
    private List<String> keys() {
        var keys = new ArrayList<String>();
        SEPARATOR
                .splitAsStream(path)
                .filter(each -> !each.isEmpty())
                .forEach(each -> keys.add(keys.isEmpty() ? "facility:" + each : each));
        return keys;
    }

    private static void merge(ObjectNode into, ObjectNode from) {
        from.properties().forEach(field -> {
            if (into.get(field.getKey()) instanceof ObjectNode there && field.getValue() instanceof ObjectNode inner) {
                merge(there, inner);
            } else {
                into.set(field.getKey(), field.getValue());
            }
        });
    }

    private static String written(ObjectMapper mapper, JsonNode node) {
        try {
            return mapper.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("values could not be written as YAML", e);
        }
    }
}
