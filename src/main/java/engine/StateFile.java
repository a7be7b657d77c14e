package engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import target.ListedKind;

/** The engine's state as its own export prints it; secrets stay encrypted. */
public record StateFile(JsonNode export) {
    public static StateFile of(PulumiCommand pulumi) {
        return new StateFile(StateExport.of(pulumi, "export its state"));
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

    /** The {@link #key} of each Kubernetes object in it; of a patch, the object that it patches. */
    public Set<String> objects() {
        var keys = new TreeSet<String>();
        for (JsonNode resource : export.path("deployment").path("resources")) {
            JsonNode inputs = resource.path("inputs");
            if (resource.path("type").asText().startsWith("kubernetes:")) {
                keys.add(key(
                        inputs.path("apiVersion").asText(),
                        inputs.path("kind").asText(),
                        resource.path("id").asText()));
            }
        }
        return keys;
    }

    /**
     * Of an object in whatever version it is asked for.
     *
     * @param name with its namespace and a slash before it, if it has one
     */
    public static String key(String apiVersion, String kind, String name) {
        return new ListedKind(apiVersion, kind).group() + "/" + kind + " " + name;
    }
}
