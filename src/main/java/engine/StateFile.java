package engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/** The engine's state as its own export prints it; secrets stay encrypted. */
public record StateFile(JsonNode export) {
    public static StateFile of(PulumiCommand pulumi) {
        var exported = pulumi.run("stack", "export");
        if (!exported.succeeded()) {
            throw new EngineFailedException("the engine could not export its state: "
                    + exported.output().strip());
        }
        try {
            return new StateFile(new ObjectMapper().readTree(exported.output()));
        } catch (JsonProcessingException e) {
            throw new EngineFailedException("the engine's export is no JSON");
        }
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
