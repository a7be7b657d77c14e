package engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * Some resources of a state in a folder of their own, for an engine that is to compare nothing else (ADR 38). Secrets stay
 * encrypted as they were; nothing is ever written back.
 */
public final class Excerpt implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Scratch scratch;
    private final PulumiCommand pulumi;

    private Excerpt(Scratch scratch, PulumiCommand pulumi) {
        this.scratch = scratch;
        this.pulumi = pulumi;
    }

    /**
     * Of the state that was exported.
     *
     * @param urns of the resources, with all that each of them names: an engine refuses a state in which one is missing
     * @throws EngineFailedException when another run has written another state meanwhile
     */
    public static Excerpt of(PulumiCommand pulumi, OpenExport export, Set<String> urns) {
        var workspace = pulumi.workspace();
        var scratch = new Scratch(workspace.folder());
        try {
            ObjectNode latest = WrittenState.latest(pulumi, urns);
            if (!WrittenState.time(latest).equals(export.written())) {
                throw new EngineFailedException("the state was written anew meanwhile");
            }
            Path kept = scratch.folder().resolve(".pulumi");
            Path stacks = kept.resolve("stacks").resolve("facility");
            Files.createDirectories(stacks);
            Files.writeString(kept.resolve("meta.yaml"), "version: 1\n");
            JSON.writeValue(
                    stacks.resolve(workspace.environment() + ".json").toFile(),
                    checkpoint(workspace.environment(), latest));
            return new Excerpt(
                    scratch,
                    pulumi.keptIn(new Backend("file://" + scratch.folder().toAbsolutePath())));
        } catch (IOException e) {
            scratch.close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            scratch.close();
            throw e;
        }
    }

    static ObjectNode checkpoint(String environment, ObjectNode latest) {
        var file = JSON.createObjectNode().put("version", StateExport.SCHEMA);
        file.putObject("checkpoint")
                .put("stack", "organization/facility/" + environment)
                .set("latest", latest);
        return file;
    }

    /** For runs on it. */
    public PulumiCommand pulumi() {
        return pulumi;
    }

    @Override
    public void close() {
        scratch.close();
    }
}
