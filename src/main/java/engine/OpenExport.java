package engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        return new OpenExport(StateExport.of(pulumi, "open its state", "--show-secrets"));
    }

    /** When the engine wrote the state; another text is another state. */
    public String written() {
        return WrittenState.time(export.path("deployment"));
    }

    public OpenState state() {
        return OpenState.of(export);
    }

    /** Every resource in it; empty if there is one of which the state says what no program of ours does. */
    public Optional<List<HeldResource>> resources() {
        var all = new ArrayList<HeldResource>();
        for (JsonNode resource : export.path("deployment").path("resources")) {
            var held = HeldResource.of(resource);
            if (held.isEmpty()) {
                return Optional.empty();
            }
            all.add(held.get());
        }
        return Optional.of(all);
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
