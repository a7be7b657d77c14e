package engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The engine's state as its own export prints it; secrets stay encrypted. */
public record StateFile(JsonNode export) {
    public static StateFile of(PulumiCommand pulumi) {
        return new StateFile(StateExport.of(pulumi.run("stack", "export"), "export its state"));
    }

    /** Kind and name of each protected resource, sorted. */
    public List<String> protectedResources() {
        var names = new ArrayList<String>();
        for (JsonNode resource : export.path("deployment").path("resources")) {
            if (resource.path("protect").asBoolean(false)) {
                names.add(Urn.title(resource.path("urn").asText()));
            }
        }
        names.sort(String::compareTo);
        return names;
    }
}
