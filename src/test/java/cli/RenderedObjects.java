package cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import difference.RenderedObject;
import facility.Environment;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kube.Declared;
import kube.ObjectFields;
import stacks.CheckedFacility;
import stacks.SecretInputs;

/** What a declaration comes to, for tests in packages of their own. */
public final class RenderedObjects {
    private RenderedObjects() {}

    public static List<RenderedObject> of(CheckedFacility checked) {
        return Rendered.of(checked);
    }

    /** The objects as the engine sends them to the dev twin of a project, secrets with their values: one JSON list. */
    public static String manifests(Path root, CheckedFacility checked, List<Declared> objects) {
        var secrets = secrets(root, checked).byResource();
        var items = objects.stream()
                .map(object -> {
                    var fields = new TreeMap<String, Object>(ObjectFields.of(object.object()));
                    fields.putAll(secrets.getOrDefault(object.type() + "::" + object.name(), Map.of()));
                    return fields;
                })
                .toList();
        try {
            return new ObjectMapper().writeValueAsString(Map.of("apiVersion", "v1", "kind", "List", "items", items));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The secrets of a project's dev twin. */
    public static Collection<String> secretValues(Path root, CheckedFacility checked) {
        return secrets(root, checked).values();
    }

    private static SecretInputs secrets(Path root, CheckedFacility checked) {
        return SecretInputs.of(
                checked, new Project(root).workspace(Environment.DEV, On.TWIN).target(), Map.of());
    }
}
