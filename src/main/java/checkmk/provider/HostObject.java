package checkmk.provider;

import checkmk.rest.Answer;
import checkmk.rest.Client;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import provider.Field;

/** A host. Its name is what it is; its folder and its attributes change. */
final class HostObject implements RestObject {
    @Override
    public List<Field> fields() {
        return List.of(Field.text("hostName").kept(), Field.text("folder"), Field.map("attributes"));
    }

    @Override
    public String collection() {
        return "/domain-types/host_config/collections/all";
    }

    @Override
    public String path(String id) {
        return "/objects/host_config/" + id;
    }

    @Override
    public Map<String, Object> created(Map<String, Object> inputs) {
        return Map.of(
                "host_name", inputs.get("hostName"),
                "folder", inputs.get("folder"),
                "attributes", inputs.getOrDefault("attributes", Map.of()));
    }

    @Override
    public Map<String, Object> updated(Map<String, Object> inputs) {
        return Map.of("attributes", inputs.getOrDefault("attributes", Map.of()));
    }

    @Override
    public Map<String, Object> inputs(String id, Answer shown) {
        var inputs = new TreeMap<String, Object>();
        inputs.put("hostName", id);
        inputs.put("folder", shown.extensions().path("folder").asText());
        inputs.put("attributes", Attributes.of(shown));
        return inputs;
    }

    @Override
    public Optional<String> existing(Client client, Map<String, Object> inputs) {
        String name = String.valueOf(inputs.get("hostName"));
        return client.find(path(name)).map(found -> name);
    }

    @Override
    public boolean ours(Map<String, Object> there, Map<String, Object> inputs) {
        return there.equals(inputs);
    }

    @Override
    public void beforeUpdate(Client client, String id, Answer now, Map<String, Object> inputs) {
        String folder = String.valueOf(inputs.get("folder"));
        if (!folder.equals(now.extensions().path("folder").asText())) {
            client.change(
                    "POST",
                    path(id) + "/actions/move/invoke",
                    Optional.of(Map.of("target_folder", folder)),
                    now.version());
        }
    }
}
