package checkmk;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.Struct;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import registration.Engine;
import registration.Inputs;
import registration.Registration;
import registration.Removal;

/** The smallest program that the engine can start: registers what a file holds, in its order, each after the last. */
final class Declares {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Declares() {}

    public static void main(String[] args) throws IOException {
        JsonNode declared = JSON.readTree(Path.of("declared.json").toFile());
        var settings = Engine.Settings.of(System.getenv()).orElseThrow();
        boolean succeeded = true;
        try (var engine = Engine.connect(settings)) {
            String root = engine.register(Registration.component("pulumi:pulumi:Stack", "checkmk-test", ""))
                    .join()
                    .urn();
            var provider = register(
                    engine, root, "", "pulumi:providers:checkmk", "server", declared.path("provider"), List.of());
            String id = provider.id().isEmpty() ? "04da6b54-80e4-46f7-96ec-b56ff0331ba9" : provider.id();
            var urns = new HashMap<String, String>();
            for (JsonNode resource : declared.path("resources")) {
                if (succeeded) {
                    var made = register(
                            engine,
                            root,
                            provider.urn() + "::" + id,
                            "checkmk:index:" + resource.path("kind").asText(),
                            resource.path("name").asText(),
                            resource.path("fields"),
                            List.copyOf(urns.values()));
                    urns.put(resource.path("name").asText(), made.urn());
                    succeeded = made.succeeded();
                }
            }
            engine.outputs(root, Struct.getDefaultInstance()).join();
            if (succeeded) {
                engine.finish();
            }
        }
        System.exit(succeeded ? 0 : 32);
    }

    private static Engine.Registered register(
            Engine engine,
            String root,
            String provider,
            String type,
            String name,
            JsonNode fields,
            List<String> after) {
        var inputs =
                new TreeMap<String, Object>(JSON.convertValue(fields, new TypeReference<Map<String, Object>>() {}));
        for (String secret : List.of("secret", "password")) {
            inputs.computeIfPresent(secret, (field, value) -> new Inputs.Secret(String.valueOf(value)));
        }
        return engine.register(new Registration(
                        type, name, root, true, provider, "", Inputs.struct(inputs), after, Removal.DELETED))
                .join();
    }
}
