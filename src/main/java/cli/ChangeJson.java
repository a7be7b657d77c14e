package cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import engine.Changes;
import engine.EngineEvent.Step;
import facility.Environment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import stacks.gpu.LayoutChanges;

/** Changes as JSON: {@code {environment, target, operations, steps, released, layouts, errors}}; a public contract. */
final class ChangeJson {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private ChangeJson() {}

    static String of(
            Environment environment, String target, Changes changes, List<String> released, LayoutChanges layouts) {
        var document = new LinkedHashMap<String, Object>();
        document.put("environment", environment.key());
        document.put("target", target);
        document.put("operations", changes.operations());
        document.put("steps", changes.steps().stream().map(ChangeJson::step).toList());
        document.put("released", released);
        document.put("layouts", layouts(layouts));
        document.put(
                "errors",
                changes.errors().stream()
                        .map(error -> Map.of("message", error.message(), "urn", error.urn()))
                        .toList());
        document.put(
                "policies",
                changes.policies().stream()
                        .map(policy -> Map.of(
                                "level", policy.enforcement(),
                                "rule", policy.name(),
                                "message", policy.message(),
                                "urn", policy.urn()))
                        .toList());
        try {
            return JSON.writeValueAsString(document) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("changes could not be written as JSON", e);
        }
    }

    private static Map<String, Object> layouts(LayoutChanges layouts) {
        var nodes = new ArrayList<Object>();
        for (var change : layouts.nodes()) {
            var fields = new LinkedHashMap<String, Object>();
            fields.put("pool", change.pool());
            fields.put("nodes", change.nodes());
            fields.put("effect", change.kind().key());
            fields.put("from", change.from());
            fields.put("to", change.to());
            nodes.add(fields);
        }
        var slices = new ArrayList<Object>();
        for (var change : layouts.slices()) {
            var fields = new LinkedHashMap<String, Object>();
            fields.put("resource", change.resource());
            fields.put("before", change.before());
            fields.put("after", change.after());
            fields.put("flavours", change.flavours());
            slices.add(fields);
        }
        var fields = new LinkedHashMap<String, Object>();
        fields.put("nodes", nodes);
        fields.put("slices", slices);
        return fields;
    }

    private static Map<String, Object> step(Step step) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("operation", step.operation());
        fields.put("type", step.type());
        fields.put("name", step.name());
        fields.put("urn", step.urn());
        fields.put("protected", step.wasProtected());
        fields.put("changed", step.changed());
        fields.put("replaceReasons", step.replaceReasons());
        return fields;
    }
}
