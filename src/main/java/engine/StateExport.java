package engine;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.stream.Stream;
import toolchain.Command;

/** What the engine's own export of its state printed. */
final class StateExport {
    /** Of what the engine writes of a stack, in its exports and in its own files (apitype.DeploymentSchemaVersionCurrent). */
    static final int SCHEMA = 3;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The program that prints is not to find its reader gone at a fault. */
    private static final ObjectReader TO_THE_END = JSON.reader().without(JsonParser.Feature.AUTO_CLOSE_SOURCE);

    private StateExport() {}

    /**
     * Of the state as it is now, read while the engine prints it: of thousands of resources its text alone is 50 MB.
     *
     * @param purpose what it is for, after "could not"
     * @param options of {@code stack export}
     * @throws EngineFailedException when the engine could not; its words hold no secret
     */
    static JsonNode of(PulumiCommand pulumi, String purpose, String... options) {
        var words = Stream.concat(Stream.of("stack", "export"), Stream.of(options));
        var exported = pulumi.read(StateExport::tree, words.toArray(String[]::new));
        if (exported.exit() != 0) {
            throw failed(purpose, exported.errors());
        }
        return exported.output().orElseThrow(StateExport::noJson);
    }

    private static Optional<JsonNode> tree(InputStream text) throws IOException {
        try {
            return Optional.of(TO_THE_END.readTree(text));
        } catch (JsonProcessingException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * Of an export that ended.
     *
     * @param purpose what it was for, after "could not"
     * @throws EngineFailedException when the engine could not; its words hold no secret
     */
    static JsonNode of(Command exported, String purpose) {
        if (!exported.succeeded()) {
            throw failed(purpose, exported.output());
        }
        try {
            return JSON.readTree(exported.output());
        } catch (JsonProcessingException unreadable) {
            throw noJson();
        }
    }

    private static EngineFailedException failed(String purpose, String said) {
        return new EngineFailedException("the engine could not " + purpose + ": " + said.strip());
    }

    /** Without the reader's message, which would quote the text, and the text may hold the values of secrets. */
    private static EngineFailedException noJson() {
        return new EngineFailedException("the engine's export is no JSON");
    }
}
