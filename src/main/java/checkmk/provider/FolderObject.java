package checkmk.provider;

import checkmk.rest.Answer;
import checkmk.rest.Client;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import provider.Field;

/** A folder. Its path is what it is: moving one with all that is in it is left to a person. */
final class FolderObject implements RestObject {
    @Override
    public List<Field> fields() {
        return List.of(Field.text("path").kept(), Field.text("title"), Field.map("attributes"));
    }

    @Override
    public String collection() {
        return "/domain-types/folder_config/collections/all";
    }

    @Override
    public String path(String id) {
        return "/objects/folder_config/" + id.replace('/', '~');
    }

    @Override
    public Map<String, Object> created(Map<String, Object> inputs) {
        String path = String.valueOf(inputs.get("path"));
        int slash = path.lastIndexOf('/');
        return Map.of(
                "name",
                path.substring(slash + 1),
                "parent",
                slash <= 0 ? "/" : path.substring(0, slash),
                "title",
                inputs.get("title"),
                "attributes",
                inputs.getOrDefault("attributes", Map.of()));
    }

    @Override
    public Map<String, Object> updated(Map<String, Object> inputs) {
        return Map.of("title", inputs.get("title"), "attributes", inputs.getOrDefault("attributes", Map.of()));
    }

    @Override
    public Map<String, Object> inputs(String id, Answer shown) {
        var inputs = new TreeMap<String, Object>();
        inputs.put("path", id);
        inputs.put("title", shown.body().path("title").asText());
        inputs.put("attributes", Attributes.of(shown));
        return inputs;
    }

    @Override
    public Optional<String> existing(Client client, Map<String, Object> inputs) {
        String path = String.valueOf(inputs.get("path"));
        return client.find(path(path)).map(found -> path);
    }

    @Override
    public boolean ours(Map<String, Object> there, Map<String, Object> inputs) {
        return there.equals(inputs);
    }
}
