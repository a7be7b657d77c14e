package promotion;

import change.ChangeSetJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import release.Digest;
import release.ReleaseJson;
import release.SigningKey;
import release.TrustedKeys;
import target.RefusedException;

/** A bound plan as a file: {@code {schema, digest, signature, plan}}; a public contract. */
public final class BoundPlanJson {
    /** The value of {@code schema}. */
    public static final String SCHEMA = "facility/plan/v1";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private BoundPlanJson() {}

    /** The digest is of the plan alone, so that it can be named before it is signed. */
    public static String digest(BoundPlan plan) {
        return digest(tree(plan));
    }

    public static String write(BoundPlan plan, Optional<SigningKey> key) {
        ObjectNode tree = tree(plan);
        String digest = digest(tree);
        ObjectNode document = JSON.createObjectNode().put("schema", SCHEMA).put("digest", digest);
        key.ifPresent(signer -> document.put("signature", signer.sign(digest)));
        document.set("plan", tree);
        return text(document) + "\n";
    }

    /**
     * What {@link #write} wrote, whole and untouched.
     *
     * @param name of the file, for the sentence
     * @param keys whose signature it must carry; empty where none is asked for
     * @throws RefusedException when it is no plan, or was edited
     */
    public static BoundPlan read(String name, String text, Optional<TrustedKeys> keys) {
        try {
            JsonNode document = JSON.readTree(text);
            if (!document.path("schema").asText().equals(SCHEMA)) {
                throw new RefusedException(name + " is no bound plan: its schema is \""
                        + document.path("schema").asText() + "\", not " + SCHEMA
                        + "; make one with: facility promote --plan FILE");
            }
            String said = document.path("digest").asText();
            if (!digest(document.path("plan")).equals(said)) {
                throw new RefusedException(name + " was edited after it was made: it is not the plan "
                        + Digest.brief(said) + " any more; make it anew with: facility promote --plan FILE");
            }
            keys.ifPresent(trusted -> trusted.verify(
                    "plan " + Digest.brief(said),
                    said,
                    Optional.ofNullable(document.get("signature")).map(JsonNode::asText)));
            return plan(document.path("plan"));
        } catch (JsonProcessingException wrong) {
            throw new RefusedException(name + " is no bound plan (" + wrong.getOriginalMessage()
                    + "); make one with: facility promote --plan FILE");
        }
    }

    private static ObjectNode tree(BoundPlan plan) {
        ObjectNode tree = JSON.createObjectNode()
                .put("environment", plan.environment())
                .put("from", plan.from())
                .put("made", plan.made())
                .put("expires", plan.expires())
                .put("by", plan.by());
        tree.set("release", ReleaseJson.write(plan.release()));
        tree.set("overrides", JSON.valueToTree(plan.overrides()));
        tree.set("bound", JSON.valueToTree(plan.bound()));
        tree.set("engine", plan.engine());
        try {
            tree.set("changes", JSON.readTree(ChangeSetJson.write(plan.changes())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a change set is JSON", e);
        }
        return tree;
    }

    private static BoundPlan plan(JsonNode tree) throws JsonProcessingException {
        return new BoundPlan(
                tree.path("environment").asText(),
                tree.path("from").asText(),
                ReleaseJson.read(tree.path("release")),
                JSON.convertValue(tree.path("overrides"), new TypeReference<Map<String, String>>() {}),
                JSON.treeToValue(tree.path("bound"), BoundPlan.Bound.class),
                ChangeSetJson.read(tree.path("changes").toString()),
                tree.path("engine"),
                tree.path("made").asText(),
                tree.path("expires").asText(),
                tree.path("by").asText());
    }

    /** Of one line with sorted keys, so that white space and the order of a map are not an edit. */
    private static String digest(JsonNode tree) {
        return Digest.of(Canonical.text(tree));
    }

    private static String text(JsonNode document) {
        try {
            return JSON.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a plan could not be written as JSON", e);
        }
    }
}
