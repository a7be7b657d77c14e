package twin.play.checkmk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The part of CheckMK's REST API 1.0 that the facility uses, with the site's state behind it. */
final class Api {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Map<String, String> KINDS =
            Map.of("host_config", "hosts", "folder_config", "folders", "rule", "rules", "password", "passwords");

    private final Site site;
    private final Duration activation;
    private final Map<String, Function<Request, Reply>> creators =
            Map.of("hosts", this::host, "folders", this::folder, "rules", this::rule, "passwords", this::password);

    Api(Site site, Duration activation) {
        this.site = site;
        this.activation = activation;
    }

    Reply answer(Request request) {
        for (var kind : KINDS.entrySet()) {
            if (request.path().equals("/domain-types/" + kind.getKey() + "/collections/all")) {
                return request.method().equals("POST")
                        ? creators.get(kind.getValue()).apply(request)
                        : list(kind.getKey(), kind.getValue(), request);
            }
            var id = request.after("/objects/" + kind.getKey() + "/");
            if (id.isPresent()) {
                return object(kind.getKey(), kind.getValue(), id.get(), request);
            }
        }
        if (request.path().startsWith("/domain-types/downtime/")) {
            return new Downtimes(site).answer(request);
        }
        return new Activations(site, activation).answer(request);
    }

    private Reply object(String type, String kind, String given, Request request) {
        boolean move = given.endsWith("/actions/move/invoke");
        String bare = move ? given.substring(0, given.indexOf('/')) : given;
        String id = kind.equals("folders") ? bare.replace('~', '/') : bare;
        if (!site.has(kind, id)) {
            return Reply.problem(404, "Not Found", "there is no " + type + " " + id);
        }
        if (request.method().equals("GET")) {
            return shown(type, kind, id);
        }
        if (request.version().isEmpty()) {
            return Reply.problem(428, "Precondition Required", "If-Match is missing");
        }
        String version = request.version().get();
        if (!version.equals("*") && !version.equals(site.etag(kind, id))) {
            return Reply.problem(412, "Precondition Failed", "the object has another version");
        }
        if (request.method().equals("DELETE")) {
            delete(kind, id, request.user());
            return Reply.empty(204);
        }
        return change(type, kind, id, move ? moved(request) : request);
    }

    private static Request moved(Request request) {
        ObjectNode body = NODES.objectNode().put("folder", request.text("target_folder"));
        return new Request("PUT", request.path(), request.query(), body, request.version(), request.user());
    }

    private Reply change(String type, String kind, String id, Request request) {
        ObjectNode object = site.get(kind, id).deepCopy();
        if (request.body().has("folder") && !site.has("folders", request.text("folder"))) {
            return Reply.field("folder", "The folder " + request.text("folder") + " could not be found.");
        }
        request.body().properties().forEach(field -> object.set(field.getKey(), field.getValue()));
        site.put(kind, id, object, request.user());
        return shown(type, kind, id);
    }

    /** With a folder goes all that is in it. */
    private void delete(String kind, String id, String user) {
        if (kind.equals("folders")) {
            for (String inside : List.of("hosts", "rules", "folders")) {
                for (String key : keys(inside)) {
                    String place = inside.equals("folders")
                            ? key
                            : site.get(inside, key).path("folder").asText();
                    if (place.equals(id) || place.startsWith(id + "/")) {
                        site.remove(inside, key, user);
                    }
                }
            }
        }
        site.remove(kind, id, user);
    }

    private List<String> keys(String kind) {
        var keys = new ArrayList<String>();
        site.all(kind).fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private Reply list(String type, String kind, Request request) {
        ObjectNode body = NODES.objectNode();
        var values = body.putArray("value");
        for (String id : keys(kind)) {
            String ruleset = request.query().getOrDefault("ruleset_name", "");
            if (ruleset.isEmpty() || site.get(kind, id).path("ruleset").asText().equals(ruleset)) {
                values.add(shown(type, kind, id).body());
            }
        }
        return Reply.of(200, body);
    }

    /** An object as it is read: a password without its secret. */
    private Reply shown(String type, String kind, String id) {
        ObjectNode extensions = site.get(kind, id).deepCopy();
        extensions.remove(List.of("version", "password"));
        ObjectNode body = NODES.objectNode();
        body.put("domainType", type).put("id", kind.equals("folders") ? id.replace('/', '~') : id);
        body.put("title", extensions.path("title").asText(id));
        body.set("extensions", extensions);
        return new Reply(200, body, Map.of("ETag", site.etag(kind, id)));
    }

    private Reply host(Request request) {
        String name = request.text("host_name");
        if (!name.matches("[-0-9a-zA-Z_.]+")) {
            return Reply.field("host_name", "'" + name + "' does not match pattern '^[-0-9a-zA-Z_.]+$'.");
        }
        return site.has("hosts", name)
                ? Reply.field("host_name", "Host '" + name + "' already exists.")
                : create("host_config", "hosts", name, request, request.copy("folder", "attributes"));
    }

    private Reply folder(Request request) {
        String parent = request.text("parent").replace('~', '/');
        String path = (parent.equals("/") ? "" : parent) + "/" + request.text("name");
        if (!site.has("folders", parent.isEmpty() ? "/" : parent)) {
            return Reply.field("parent", "The folder " + parent + " could not be found.");
        }
        if (site.has("folders", path)) {
            return Reply.problem(400, "Path already exists", "The path " + path + " already exists.");
        }
        return create("folder_config", "folders", path, request, request.copy("title", "attributes"));
    }

    private Reply rule(Request request) {
        if (request.text("value_raw").isEmpty()) {
            return Reply.field("value_raw", "Missing data for required field.");
        }
        return create(
                "rule",
                "rules",
                "rule-" + site.number(),
                request,
                request.copy("ruleset", "folder", "properties", "value_raw", "conditions"));
    }

    private Reply password(Request request) {
        String ident = request.text("ident");
        if (request.text("password").isEmpty()) {
            return Reply.field("password", "Missing data for required field.");
        }
        return site.has("passwords", ident)
                ? Reply.field("ident", "The password " + ident + " already exists.")
                : create("password", "passwords", ident, request, request.copy("title", "comment", "password"));
    }

    private Reply create(String type, String kind, String id, Request request, ObjectNode object) {
        if (object.has("folder") && !site.has("folders", object.path("folder").asText())) {
            return Reply.field("folder", "The folder " + object.path("folder").asText() + " could not be found.");
        }
        site.put(kind, id, object, request.user());
        return shown(type, kind, id);
    }
}
