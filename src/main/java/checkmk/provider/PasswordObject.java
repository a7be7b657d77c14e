package checkmk.provider;

import checkmk.rest.Answer;
import checkmk.rest.Client;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import provider.Field;

/** An entry of the password store. The server never shows its secret: a change of it there cannot be seen. */
final class PasswordObject implements RestObject {
    private static final String COMMENT = "declared by the facility";

    @Override
    public List<Field> fields() {
        return List.of(
                Field.text("ident").kept(),
                Field.text("title"),
                Field.text("password").asSecret());
    }

    @Override
    public String collection() {
        return "/domain-types/password/collections/all";
    }

    @Override
    public String path(String id) {
        return "/objects/password/" + id;
    }

    @Override
    public Map<String, Object> created(Map<String, Object> inputs) {
        var body = new TreeMap<>(updated(inputs));
        body.put("ident", inputs.get("ident"));
        body.put("owner", "admin");
        body.put("shared", List.of());
        return body;
    }

    @Override
    public Map<String, Object> updated(Map<String, Object> inputs) {
        return Map.of("title", inputs.get("title"), "comment", COMMENT, "password", inputs.get("password"));
    }

    @Override
    public Map<String, Object> inputs(String id, Answer shown) {
        return Map.of("ident", id, "title", shown.body().path("title").asText());
    }

    @Override
    public Optional<String> existing(Client client, Map<String, Object> inputs) {
        String ident = String.valueOf(inputs.get("ident"));
        return client.find(path(ident)).map(found -> ident);
    }

    @Override
    public boolean ours(Map<String, Object> there, Map<String, Object> inputs) {
        return there.get("title").equals(inputs.get("title"));
    }
}
