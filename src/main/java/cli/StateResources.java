package cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import engine.Marks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import policy.Node;
import policy.Resource;
import target.RefusedException;

/** The resources of an exported state ({@code pulumi stack export}), as rules see them; secrets stay encrypted. */
final class StateResources {
    private static final ObjectMapper JSON = new ObjectMapper();

    private StateResources() {}

    /** @throws RefusedException when the file is no exported state: it is not to pass for an empty one */
    static List<Resource> of(Path file) {
        JsonNode written = read(file).path("deployment").path("resources");
        if (!written.isArray() || written.isEmpty()) {
            throw new RefusedException("--state: holds no resources, \"" + file
                    + "\"; the output of pulumi stack export; export it again");
        }
        var providers = new HashMap<String, Node>();
        written.forEach(resource -> {
            if (resource.path("type").asText().startsWith("pulumi:providers:")) {
                String reference = resource.path("urn").asText() + "::"
                        + resource.path("id").asText();
                providers.put(reference, inputs(resource));
            }
        });
        var resources = new ArrayList<Resource>();
        for (JsonNode resource : written) {
            if (!resource.path("delete").asBoolean(false)) {
                resources.add(resource(resource, providers));
            }
        }
        return resources;
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException unreadable) {
            throw new RefusedException("--state: cannot be read as JSON, \"" + file
                    + "\"; the output of pulumi stack export; correct the path");
        }
    }

    private static Resource resource(JsonNode resource, Map<String, Node> providers) {
        String urn = resource.path("urn").asText();
        return new Resource(
                resource.path("type").asText(),
                urn,
                urn.substring(urn.lastIndexOf("::") + 2),
                inputs(resource),
                resource.path("protect").asBoolean(false),
                Optional.ofNullable(providers.get(resource.path("provider").asText())));
    }

    private static Node inputs(JsonNode resource) {
        var fields = new TreeMap<String, Object>();
        resource.path("inputs").properties().forEach(field -> fields.put(field.getKey(), value(field.getValue())));
        return Node.of(fields);
    }

    private static Object value(JsonNode value) {
        if (value.has(Marks.SECRET)) {
            return value.has("plaintext") || value.has("ciphertext") ? "[secret]" : value(value.path("value"));
        }
        if (value.isObject()) {
            var map = new TreeMap<String, Object>();
            value.properties().forEach(field -> map.put(field.getKey(), value(field.getValue())));
            return map;
        }
        if (value.isArray()) {
            var items = new ArrayList<Object>();
            value.forEach(item -> items.add(value(item)));
            return items;
        }
        return JSON.convertValue(value, Object.class);
    }
}
