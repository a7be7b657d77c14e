package engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import toolchain.Command;

/**
 * An engine stack beside the environment's own that holds nothing but outputs: a record in whatever backend the state is
 * in, written and read by the engine's own export and import.
 */
public final class SideStack implements KeptOutputs {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ROOT = "pulumi:pulumi:Stack";

    private final PulumiCommand pulumi;
    private final String name;

    /** @param name a stack name, {@code releases-dev} */
    public SideStack(PulumiCommand pulumi, String name) {
        this.pulumi = pulumi;
        this.name = name;
    }

    /**
     * What was written last; an empty object if nothing ever was.
     *
     * @throws EngineFailedException when the backend does not answer
     */
    @Override
    public JsonNode outputs() {
        var exported = pulumi.aside("stack", "export", "--stack", name, "--non-interactive");
        if (!exported.succeeded()) {
            if (isMissing(exported)) {
                return JSON.createObjectNode();
            }
            throw new EngineFailedException("the engine could not read " + name + ": "
                    + exported.output().strip());
        }
        try {
            JsonNode resources =
                    JSON.readTree(exported.output()).path("deployment").path("resources");
            return resources.path(0).path("outputs");
        } catch (JsonProcessingException e) {
            throw new EngineFailedException("the engine's export of " + name + " is no JSON");
        }
    }

    /** Replaces what is there. */
    @Override
    public void write(ObjectNode outputs) {
        try (var scratch = new Scratch(pulumi.folder())) {
            var file = scratch.folder().resolve("deployment.json");
            Files.writeString(file, JSON.writeValueAsString(deployment(outputs)));
            var imported = imported(file);
            if (isMissing(imported)) {
                pulumi.initAside(name);
                imported = imported(file);
            }
            if (!imported.succeeded()) {
                String why = Lockout.of(pulumi.workspace(), name, imported.output())
                        .orElse(imported.output().strip());
                throw new EngineFailedException("the engine could not write " + name + ": " + why);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Command imported(Path file) {
        return pulumi.aside("stack", "import", "--stack", name, "--file", file.toString(), "--non-interactive");
    }

    private static boolean isMissing(Command ended) {
        return !ended.succeeded() && ended.output().contains("no stack named");
    }

    private ObjectNode deployment(ObjectNode outputs) {
        ObjectNode document = JSON.createObjectNode().put("version", StateExport.SCHEMA);
        ObjectNode deployment = document.putObject("deployment");
        deployment
                .putObject("manifest")
                .put("time", "0001-01-01T00:00:00Z")
                .put("magic", "")
                .put("version", "");
        deployment
                .putArray("resources")
                .addObject()
                .put("urn", "urn:pulumi:" + name + "::facility::" + ROOT + "::facility-" + name)
                .put("custom", false)
                .put("type", ROOT)
                .set("outputs", outputs);
        return document;
    }
}
