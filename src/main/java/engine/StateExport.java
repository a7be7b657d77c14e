package engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import toolchain.Command;

/** What the engine's own export of its state printed. */
final class StateExport {
    /** Of what the engine writes of a stack, in its exports and in its own files (apitype.DeploymentSchemaVersionCurrent). */
    static final int SCHEMA = 3;

    private static final ObjectMapper JSON = new ObjectMapper();

    private StateExport() {}

    /**
     * Of an export that ended.
     *
     * @param purpose what it was for, after "could not"
     * @throws EngineFailedException when the engine could not; its words hold no secret
     */
    static JsonNode of(Command exported, String purpose) {
        if (!exported.succeeded()) {
            throw new EngineFailedException(
                    "the engine could not " + purpose + ": " + exported.output().strip());
        }
        try {
            return JSON.readTree(exported.output());
        } catch (JsonProcessingException unreadable) {
            // Its message would quote the text, and the text may hold the values of secrets.
            throw new EngineFailedException("the engine's export is no JSON");
        }
    }
}
