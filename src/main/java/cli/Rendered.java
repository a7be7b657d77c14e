package cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import difference.RenderedObject;
import java.util.ArrayList;
import java.util.List;
import kube.ObjectFields;
import stacks.CheckedFacility;
import stacks.Stack;

/**
 * What a declaration comes to, as JSON: {@code [{stack, type, name, protected, fields}]}. A public contract: commits are
 * compared by it, each of which writes it with its own program.
 */
final class Rendered {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private Rendered() {}

    static List<RenderedObject> of(CheckedFacility checked) {
        var objects = new ArrayList<RenderedObject>();
        for (Stack stack : checked.stacks()) {
            stack.objects()
                    .forEach(object -> objects.add(new RenderedObject(
                            stack.name(),
                            object.type(),
                            object.name(),
                            object.isProtected(),
                            tree(ObjectFields.of(object.object())))));
            stack.resources()
                    .forEach(resource -> objects.add(new RenderedObject(
                            stack.name(), resource.type(), resource.name(), false, tree(ObjectFields.of(resource)))));
        }
        return List.copyOf(objects);
    }

    static String json(List<RenderedObject> objects) {
        var list = JSON.createArrayNode();
        objects.forEach(object -> list.addObject()
                .put("stack", object.stack())
                .put("type", object.type())
                .put("name", object.name())
                .put("protected", object.isProtected())
                .set("fields", object.fields()));
        try {
            return JSON.writeValueAsString(list) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("objects could not be written as JSON", e);
        }
    }

    /** Reads what {@link #json} wrote, in this commit or another. */
    static List<RenderedObject> parse(String json) throws JsonProcessingException {
        var objects = new ArrayList<RenderedObject>();
        for (JsonNode object : JSON.readValue(json, new TypeReference<List<ObjectNode>>() {})) {
            objects.add(new RenderedObject(
                    object.path("stack").asText(),
                    object.path("type").asText(),
                    object.path("name").asText(),
                    object.path("protected").asBoolean(),
                    object.path("fields")));
        }
        return List.copyOf(objects);
    }

    /** By way of its text, so that 300 is the same number whether Java holds it as int or long. */
    static JsonNode tree(Object fields) {
        try {
            return JSON.readTree(JSON.writeValueAsBytes(fields));
        } catch (java.io.IOException e) {
            throw new IllegalStateException("an object could not be written as JSON", e);
        }
    }
}
