package kube;

import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import facility.SecretValue;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The fields of an object as the API server would be sent them: sorted keys, nothing empty that nobody set, no status.
 * Golden files and the engine's inputs are both made from this one form.
 */
public final class ObjectFields {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build());

    private ObjectFields() {}

    /** The object as nested sorted maps, lists, strings, numbers and booleans. */
    public static Map<String, Object> of(HasMetadata object) {
        Map<?, ?> raw = JSON.convertValue(object, Map.class);
        var fields = sorted(raw);
        fields.remove("status");
        return fields;
    }

    /** One YAML document, as a person would write it. */
    public static String yaml(HasMetadata object) {
        try {
            return YAML.writeValueAsString(of(object));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException("an object could not be written as YAML", e);
        }
    }

    /** The fields of a resource of another provider, with the names of secrets for their values. */
    public static Map<String, Object> of(ProvidedResource resource) {
        return sorted(resource.fields());
    }

    public static String yaml(ProvidedResource resource) {
        var fields = new TreeMap<String, Object>(Map.of("type", resource.type(), "name", resource.name()));
        fields.put("fields", of(resource));
        try {
            return YAML.writeValueAsString(fields);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException("a resource could not be written as YAML", e);
        }
    }

    private static Map<String, Object> sorted(Map<?, ?> raw) {
        var fields = new TreeMap<String, Object>();
        raw.forEach((key, value) -> {
            if (value != null) {
                fields.put(String.valueOf(key), sortedValue(value));
            }
        });
        return fields;
    }

    private static Object sortedValue(Object value) {
        if (value instanceof Map<?, ?> map) {
            return sorted(map);
        }
        if (value instanceof List<?> list) {
            var items = new ArrayList<Object>();
            list.forEach(item -> items.add(sortedValue(item)));
            return items;
        }
        return value instanceof SecretValue secret ? secret.placeholder() : value;
    }
}
