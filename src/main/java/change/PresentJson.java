package change;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.io.Serial;
import java.util.Optional;

/** A JSON value that may be absent, which is something else than one that is {@code null}; Jackson's own reads both as null. */
final class PresentJson extends StdDeserializer<Optional<JsonNode>> {
    @Serial
    private static final long serialVersionUID = 1L;

    PresentJson() {
        super(Optional.class);
    }

    @Override
    public Optional<JsonNode> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        return Optional.of(context.readTree(parser));
    }

    @Override
    public Optional<JsonNode> getNullValue(DeserializationContext context) {
        return Optional.of(NullNode.getInstance());
    }

    @Override
    public Object getAbsentValue(DeserializationContext context) {
        return Optional.empty();
    }
}
