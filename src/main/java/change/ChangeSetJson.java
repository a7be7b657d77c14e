package change;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import facility.Quantity;
import java.io.IOException;
import java.io.Serial;
import java.util.Optional;

/**
 * A change set as JSON, and back: a public contract, of the schema {@code docs/schemas/changeset-v1.json}. Of a resource
 * that only changes, the properties are written that differ; of one that comes or goes, the whole of it.
 */
public final class ChangeSetJson {
    /** The value of {@code schema}, by which a reader knows what it has before it. */
    public static final String SCHEMA = "facility/changeset/v1";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new SimpleModule()
                    .addSerializer(Quantity.class, ToStringSerializer.instance)
                    .addDeserializer(Quantity.class, new QuantityReader())
                    .addDeserializer(Optional.class, new PresentJson()))
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(JsonInclude.Value.construct(Include.NON_ABSENT, Include.NON_ABSENT))
            .build();

    private ChangeSetJson() {}

    public static String write(ChangeSet set) {
        var slim = new ChangeSet(
                set.origin(),
                set.verdict(),
                set.exitCode(),
                set.changes().stream().map(ChangeSetJson::slim).toList(),
                set.drift(),
                set.dangers(),
                set.policies(),
                set.capacity(),
                set.notices(),
                set.remarks(),
                set.hidden(),
                set.unchanged());
        ObjectNode document = JSON.createObjectNode().put("schema", SCHEMA);
        document.setAll((ObjectNode) JSON.valueToTree(slim));
        try {
            return JSON.writeValueAsString(document) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a change set could not be written as JSON", e);
        }
    }

    /** @throws JsonProcessingException when it is no JSON, or no change set of this schema */
    public static ChangeSet read(String json) throws JsonProcessingException {
        JsonNode document = JSON.readTree(json);
        if (!document.path("schema").asText().equals(SCHEMA)) {
            throw JsonMappingException.from(
                    (JsonParser) null, "schema is \"" + document.path("schema").asText() + "\", not " + SCHEMA);
        }
        return JSON.treeToValue(document, ChangeSet.class);
    }

    private static ResourceChange slim(ResourceChange change) {
        boolean whole = change.operation() == Operation.CREATE || change.operation() == Operation.DELETE;
        return whole
                ? change
                : new ResourceChange(
                        change.operation(),
                        change.stack(),
                        change.type(),
                        change.name(),
                        change.wasProtected(),
                        change.isProtected(),
                        change.properties(),
                        change.replaceReasons(),
                        Optional.empty(),
                        Optional.empty());
    }

    private static final class QuantityReader extends StdDeserializer<Quantity> {
        @Serial
        private static final long serialVersionUID = 1L;

        QuantityReader() {
            super(Quantity.class);
        }

        @Override
        public Quantity deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return Quantity.parse(parser.getText());
        }
    }
}
