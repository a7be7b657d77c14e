package engine;

import com.fasterxml.jackson.databind.JsonNode;

/** The engine's export of an environment's state with its secrets opened, held in memory alone. */
public final class OpenExport {
    private final JsonNode export;

    private OpenExport(JsonNode export) {
        this.export = export;
    }

    /**
     * Of the state as it is now; takes no lock.
     *
     * @throws EngineFailedException when the engine cannot decrypt its state; its words hold no secret
     */
    public static OpenExport of(PulumiCommand pulumi) {
        return new OpenExport(StateExport.of(pulumi.run("stack", "export", "--show-secrets"), "open its state"));
    }

    public OpenState state() {
        return OpenState.of(export);
    }

    public HeldState held() {
        return HeldState.of(export);
    }

    /** Never a value. */
    @Override
    public String toString() {
        return "OpenExport";
    }
}
