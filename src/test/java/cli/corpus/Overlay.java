package cli.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An environment's file with the values of one or more cases laid over it. */
final class Overlay {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private Overlay() {}

    /** The file's text; keys that several cases set are merged, mapping by mapping, and one that is set to null goes. */
    static String of(Path tracked, List<Case> cases) {
        try {
            JsonNode file = YAML.readTree(Files.readString(tracked));
            for (Case each : cases) {
                merge((ObjectNode) file.get("config"), (ObjectNode) YAML.readTree(each.overlay()));
            }
            return YAML.writeValueAsString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void merge(ObjectNode into, ObjectNode from) {
        from.properties().forEach(field -> {
            if (into.get(field.getKey()) instanceof ObjectNode there && field.getValue() instanceof ObjectNode more) {
                merge(there, more);
            } else if (field.getValue().isNull() && into.has(field.getKey())) {
                into.remove(field.getKey());
            } else {
                into.set(field.getKey(), field.getValue().deepCopy());
            }
        });
    }
}
