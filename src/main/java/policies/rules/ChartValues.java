package policies.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.Map;
import java.util.Optional;
import policy.Node;
import policy.Resource;

/** The values of a chart that its ConfigMap carries, as JupyterHub, Dask Gateway and BinderHub read them. */
final class ChartValues {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final String KEY = "values.yaml";

    private ChartValues() {}

    /** Empty if the object carries none, or what it carries is no YAML. */
    static Optional<Node> of(Resource resource) {
        return ObjectKind.of(resource).equals("ConfigMap")
                ? resource.at("data", KEY).text().flatMap(ChartValues::parsed)
                : Optional.empty();
    }

    /** Those of the hub: they are the only ones with a part of that name and one for users' servers. */
    static Optional<Node> ofHub(Resource resource) {
        return of(resource)
                .filter(values ->
                        values.at("hub").present() && values.at("singleuser").present());
    }

    static Optional<Node> parsed(String text) {
        try {
            Object value = YAML.readValue(text, Object.class);
            return value instanceof Map<?, ?> ? Optional.of(new Node(KEY, value)) : Optional.empty();
        } catch (JsonProcessingException noYaml) {
            return Optional.empty();
        }
    }
}
