package cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.yaml.snakeyaml.Yaml;
import policy.Node;
import policy.Resource;

/** What is declared, with one change; the original stays as it is. */
record Mutant(List<Resource> resources) {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    Mutant without(String title) {
        return change(title, resource -> null);
    }

    Mutant unprotected(String title) {
        return change(
                title,
                resource -> new Resource(
                        resource.type(),
                        resource.urn(),
                        resource.name(),
                        resource.properties(),
                        false,
                        resource.provider()));
    }

    /** One more object, as YAML. */
    Mutant with(String document) {
        Map<String, Object> object = new Yaml().load(document);
        Node node = Node.of(object);
        var more = new ArrayList<>(resources);
        more.add(new Resource(
                "kubernetes:core/v1:" + node.at("kind").textOr(""),
                "",
                node.at("metadata", "name").textOr(""),
                node,
                true,
                Optional.empty()));
        return new Mutant(more);
    }

    /** A field of an object; keys part at dots that have no backslash before them. Nothing removes it. */
    Mutant set(String title, String path, Object value) {
        return change(
                title,
                resource -> withFields(resource, changed(resource.properties().value(), keys(path), value)));
    }

    /** A value of the hub's chart. */
    Mutant hub(String path, Object value) {
        return change("ConfigMap jupyterhub/hub", resource -> {
            try {
                Object values =
                        YAML.readValue(resource.at("data", "values.yaml").textOr(""), Object.class);
                String text = YAML.writeValueAsString(changed(values, keys(path), value));
                return withFields(
                        resource, changed(resource.properties().value(), List.of("data", "values.yaml"), text));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static List<String> keys(String path) {
        return List.of(path.split("(?<!\\\\)\\.")).stream()
                .map(key -> key.replace("\\.", "."))
                .toList();
    }

    private static Resource withFields(Resource resource, Object fields) {
        @SuppressWarnings("unchecked")
        var map = (Map<String, Object>) fields;
        return new Resource(
                resource.type(),
                resource.urn(),
                resource.name(),
                Node.of(map),
                resource.isProtected(),
                resource.provider());
    }

    private static Object changed(Object place, List<String> keys, Object value) {
        if (keys.isEmpty()) {
            return value;
        }
        var rest = keys.subList(1, keys.size());
        if (place instanceof List<?> list) {
            var items = new ArrayList<Object>(list);
            int index = Integer.parseInt(keys.get(0));
            items.set(index, changed(items.get(index), rest, value));
            return items;
        }
        var map = new TreeMap<String, Object>();
        if (place instanceof Map<?, ?> before) {
            before.forEach((key, field) -> map.put(String.valueOf(key), field));
        }
        Object after = changed(map.get(keys.get(0)), rest, value);
        if (after == null) {
            map.remove(keys.get(0));
        } else {
            map.put(keys.get(0), after);
        }
        return map;
    }

    private Mutant change(String title, UnaryOperator<Resource> change) {
        if (resources.stream().noneMatch(resource -> resource.title().equals(title))) {
            throw new IllegalArgumentException("nothing is declared as " + title);
        }
        var changed = new ArrayList<Resource>();
        for (Resource resource : resources) {
            Resource after = resource.title().equals(title) ? change.apply(resource) : resource;
            if (after != null) {
                changed.add(after);
            }
        }
        return new Mutant(changed);
    }
}
