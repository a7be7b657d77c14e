package engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import engine.EngineEvent.Side;
import engine.EngineEvent.Step;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The state's inputs with their secrets opened, held in memory alone: a report has to know a secret to keep it out of
 * itself, and to tell that it changes.
 *
 * @param inputs by URN, of resources that hold a secret
 * @param secrets the values
 * @param removals the step that would delete each resource, secrets marked as in events
 * @param unfinished what a run that was cut off had begun: {@code creating ConfigMap jupyterhub/hub}
 */
public record OpenState(
        Map<String, JsonNode> inputs, Collection<String> secrets, List<Step> removals, List<String> unfinished) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public OpenState {
        inputs = Map.copyOf(inputs);
        secrets = new TreeSet<>(secrets);
        removals = List.copyOf(removals);
        unfinished = List.copyOf(unfinished);
    }

    /**
     * Of an environment's state.
     *
     * @throws EngineFailedException when the engine cannot decrypt its state; its words hold no secret
     */
    public static OpenState of(PulumiCommand pulumi) {
        return OpenExport.of(pulumi).state();
    }

    static OpenState of(JsonNode export) {
        var inputs = new TreeMap<String, JsonNode>();
        var secrets = new TreeSet<String>();
        var removals = new ArrayList<Step>();
        for (JsonNode resource : export.path("deployment").path("resources")) {
            int before = secrets.size();
            JsonNode opened = opened(resource.path("inputs"), secrets, false);
            boolean holdsOne = secrets.size() > before
                    || resource.path("inputs").toString().contains(Marks.SECRET);
            if (holdsOne) {
                inputs.put(resource.path("urn").asText(), opened);
            }
            if (!resource.path("delete").asBoolean(false)) {
                removals.add(removal(resource));
            }
            // Outputs hold values that a provider made, and what was secret when it was applied.
            var unused = opened(resource.path("outputs"), secrets, false);
        }
        return new OpenState(inputs, secrets, removals, unfinished(export));
    }

    private static List<String> unfinished(JsonNode export) {
        var unfinished = new ArrayList<String>();
        for (JsonNode operation : export.path("deployment").path("pending_operations")) {
            unfinished.add(operation.path("type").asText() + " "
                    + Urn.title(operation.path("resource").path("urn").asText()));
        }
        unfinished.sort(String::compareTo);
        return unfinished;
    }

    private static Step removal(JsonNode resource) {
        var side = new Side(
                resource.path("inputs"),
                resource.path("outputs"),
                resource.path("protect").asBoolean(false));
        return new Step(
                "delete",
                resource.path("urn").asText(),
                resource.path("type").asText(),
                List.of(),
                List.of(),
                Optional.of(side),
                Optional.empty());
    }

    /** With the values of secrets in place of their marks. */
    static JsonNode opened(JsonNode node) {
        return opened(node, new ArrayList<>(), false);
    }

    private static JsonNode opened(JsonNode node, Collection<String> secrets, boolean secret) {
        if (node.has(Marks.SECRET)) {
            return opened(plaintext(node), secrets, node.has("plaintext"));
        }
        if (node instanceof ObjectNode) {
            var copy = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(field -> copy.set(field.getKey(), opened(field.getValue(), secrets, secret)));
            return copy;
        }
        if (node instanceof ArrayNode) {
            var copy = JsonNodeFactory.instance.arrayNode();
            node.forEach(item -> copy.add(opened(item, secrets, secret)));
            return copy;
        }
        if (secret && node.isTextual()) {
            secrets.add(node.asText());
        }
        return node;
    }

    private static JsonNode plaintext(JsonNode marked) {
        if (!marked.has("plaintext")) {
            return marked.path("value");
        }
        try {
            return JSON.readTree(marked.path("plaintext").asText());
        } catch (JsonProcessingException noJson) {
            return marked.path("plaintext");
        }
    }

    /** Never a value. */
    @Override
    public String toString() {
        return "OpenState of " + inputs.size() + " resources with secrets";
    }
}
