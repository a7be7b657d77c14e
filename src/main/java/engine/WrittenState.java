package engine;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import target.RefusedException;

/** The latest state as the engine keeps it, secrets encrypted; and when it was written, by which it is told from every other one. */
public final class WrittenState {
    /** Names to the program the state that a run was prepared on. */
    static final String VARIABLE = "FACILITY_WRITTEN_STATE";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RESOURCES = "resources";

    private WrittenState() {}

    /** The engine's own time of it, to the nanosecond; empty of a state that holds nothing yet. */
    static String time(JsonNode deployment) {
        return deployment.at("/manifest/time").asText();
    }

    /**
     * A deployment with none of its resources but these.
     *
     * @param urns of them
     */
    static ObjectNode latest(PulumiCommand pulumi, Set<String> urns) {
        var workspace = pulumi.workspace();
        if (!workspace.hasOwnState()) {
            return only(StateFile.of(pulumi).export().path("deployment"), urns);
        }
        return latest(workspace.stateFile(), urns);
    }

    /** In a file of ours: without the second that an export takes. */
    static ObjectNode latest(Path state, Set<String> urns) {
        try (JsonParser file = JSON.createParser(state.toFile())) {
            return into(file, "checkpoint") && into(file, "latest") ? deployment(file, urns) : JSON.createObjectNode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ObjectNode only(JsonNode deployment, Set<String> urns) {
        ObjectNode only = deployment.isObject() ? (ObjectNode) deployment : JSON.createObjectNode();
        ArrayNode kept = JSON.createArrayNode();
        for (JsonNode resource : only.path(RESOURCES)) {
            keep(resource, urns, kept);
        }
        only.set(RESOURCES, kept);
        return only;
    }

    private static void keep(JsonNode resource, Set<String> urns, ArrayNode kept) {
        if (urns.contains(resource.path("urn").asText())) {
            kept.add(resource);
        }
    }

    /** To the object of this name in the one that comes next. */
    private static boolean into(JsonParser file, String name) throws IOException {
        if (file.currentToken() != JsonToken.START_OBJECT && file.nextToken() != JsonToken.START_OBJECT) {
            return false;
        }
        for (String field = file.nextFieldName(); field != null; field = file.nextFieldName()) {
            JsonToken value = file.nextToken();
            if (field.equals(name)) {
                return value == JsonToken.START_OBJECT;
            }
            file.skipChildren();
        }
        return false;
    }

    /** One resource at a time: of thousands the tree is many times the file. */
    private static ObjectNode deployment(JsonParser file, Set<String> urns) throws IOException {
        ObjectNode deployment = JSON.createObjectNode();
        ArrayNode kept = deployment.putArray(RESOURCES);
        for (String field = file.nextFieldName(); field != null; field = file.nextFieldName()) {
            JsonToken value = file.nextToken();
            if (field.equals(RESOURCES) && value == JsonToken.START_ARRAY) {
                while (file.nextToken() == JsonToken.START_OBJECT) {
                    keep(JSON.readTree(file), urns, kept);
                }
            } else {
                deployment.set(field, JSON.<JsonNode>readTree(file));
            }
        }
        return deployment;
    }

    /**
     * That the state is still the one that a run was prepared on, asked by the program while its run holds the lock; of a run
     * that compares everything there is nothing to ask.
     *
     * @param variables that were set for this run alone
     * @throws RefusedException when another run wrote it
     */
    public static void requireUnchanged(PulumiCommand pulumi, Map<String, String> variables) {
        String written = variables.getOrDefault(VARIABLE, "");
        if (!written.isEmpty() && !time(latest(pulumi, Set.of())).equals(written)) {
            throw new RefusedException(
                    "another run wrote the state after the preview; nothing was changed; run it again");
        }
    }
}
