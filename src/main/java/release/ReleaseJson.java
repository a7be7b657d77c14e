package release;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.util.Optional;

/** Releases as JSON, and back: a public contract, of the schema {@code docs/schemas/release-v1.json}. */
public final class ReleaseJson {
    /** The value of {@code schema}. */
    public static final String SCHEMA = "facility/release/v1";

    static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .defaultPropertyInclusion(JsonInclude.Value.construct(Include.NON_ABSENT, Include.NON_ABSENT))
            .build();

    private ReleaseJson() {}

    /** One line with sorted keys: what the digest is of. */
    static String canonical(Release release) {
        try {
            return JSON.writeValueAsString(release);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a release could not be written as JSON", e);
        }
    }

    /** With its schema, digest and, where there is one, signature. */
    public static ObjectNode write(SignedRelease signed) {
        ObjectNode document = JSON.createObjectNode().put("schema", SCHEMA).put("digest", signed.digest());
        signed.signature().ifPresent(signature -> document.put("signature", signature));
        document.set("release", JSON.valueToTree(signed.release()));
        return document;
    }

    /**
     * What {@link #write} wrote; whether it was edited since, only {@link SignedRelease} says.
     *
     * @throws JsonProcessingException when it is no release of this schema
     */
    public static SignedRelease read(JsonNode document) throws JsonProcessingException {
        if (!document.path("schema").asText().equals(SCHEMA)) {
            throw com.fasterxml.jackson.databind.JsonMappingException.from(
                    (com.fasterxml.jackson.core.JsonParser) null,
                    "schema is \"" + document.path("schema").asText() + "\", not " + SCHEMA);
        }
        return new SignedRelease(
                JSON.treeToValue(document.path("release"), Release.class),
                document.path("digest").asText(),
                Optional.ofNullable(document.get("signature")).map(JsonNode::asText));
    }
}
