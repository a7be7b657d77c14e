package engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import target.RefusedException;
import toolchain.Command;

/**
 * What an environment's state was at a moment, so that it can be told whether it moved since: of each resource its
 * inputs, id, protection and dependencies. Outputs are left out: a Deployment's status moves without anybody's doing.
 *
 * @param digest a keyed hash, {@code sha256:<64 hex digits>}: the inputs hold secrets, and a plain one could be tried
 * @param resources how many there are
 * @param unfinished operations that a run which was cut off had begun
 */
public record StateSeal(String digest, int resources, int unfinished) {
    /** Names to the program the state that a plan was made on. */
    public static final String VARIABLE = "FACILITY_BOUND_STATE";

    /** Numbers of any width and any order of keys are the same text. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    /** Where there is no key that later runs have as well: then no secret goes into the hash. */
    private static final byte[] NO_KEY = "facility state".getBytes(StandardCharsets.UTF_8);

    private static final String[] BOUND = {
        "urn", "type", "id", "parent", "provider", "protect", "retainOnDelete", "delete", "external", "dependencies"
    };

    /**
     * Of the state as it is now; takes no lock, so that it can be asked for while a run holds it.
     *
     * @throws EngineFailedException when the engine cannot open its state
     */
    public static StateSeal of(PulumiCommand pulumi) {
        return of(StateExport.of(pulumi, "open its state", "--show-secrets"), FingerprintKey.kept(pulumi.workspace()));
    }

    /**
     * That the state is still the one that a plan was made on, asked by the program while its run holds the lock; with no
     * plan there is nothing to ask.
     *
     * @param variables of the run, which finds {@code pulumi} on its path
     * @throws RefusedException when another run changed it
     */
    public static void requireBound(Path project, Map<String, String> variables) {
        var words = List.of("pulumi", "stack", "export", "--show-secrets");
        // An option of previews, which an export does not know.
        var quiet = Map.of(Workspace.REFRESH, "");
        requireBound(variables, () -> of(Command.answer(project, quiet, words), FingerprintKey.kept(variables)));
    }

    /**
     * The same, asked by the command that started the run.
     *
     * @param variables that it set for this run alone
     */
    public static void requireBound(PulumiCommand pulumi, Map<String, String> variables) {
        requireBound(variables, () -> of(pulumi));
    }

    private static void requireBound(Map<String, String> variables, Supplier<StateSeal> now) {
        String bound = variables.getOrDefault(VARIABLE, "");
        if (!bound.isEmpty() && !now.get().digest().equals(bound)) {
            throw new RefusedException(
                    "the state is not the one that the plan was made on: another run changed it in between; nothing was"
                            + " changed");
        }
    }

    private static StateSeal of(Command exported, Optional<byte[]> key) {
        return of(StateExport.of(exported, "open its state"), key);
    }

    static StateSeal of(JsonNode export, Optional<byte[]> key) {
        JsonNode deployment = export.path("deployment");
        ArrayNode bound = JSON.createArrayNode();
        for (JsonNode resource : deployment.path("resources")) {
            ObjectNode kept = bound.addObject();
            for (String field : BOUND) {
                if (resource.has(field)) {
                    kept.set(field, resource.get(field));
                }
            }
            // A component has none.
            if (resource.has("inputs")) {
                kept.set("inputs", opened(resource.get("inputs"), key.isPresent()));
            }
        }
        ArrayNode pending = JSON.createArrayNode();
        deployment.path("pending_operations").forEach(operation -> pending.addObject()
                .put("type", operation.path("type").asText())
                .put("urn", operation.path("resource").path("urn").asText()));
        ObjectNode document = JSON.createObjectNode();
        document.set("resources", bound);
        document.set("pending", pending);
        return new StateSeal(hash(text(document), key.orElse(NO_KEY)), bound.size(), pending.size());
    }

    /**
     * A secret's value in place of its mark, whose ciphertext is another one each time; without a key that guards the
     * hash only that there is one.
     */
    private static JsonNode opened(JsonNode node, boolean guarded) {
        if (node.has(Marks.SECRET)) {
            return guarded ? node.path("plaintext") : JsonNodeFactory.instance.textNode(Marks.SECRET);
        }
        if (node instanceof ObjectNode) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(field -> copy.set(field.getKey(), opened(field.getValue(), guarded)));
            return copy;
        }
        if (node instanceof ArrayNode) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            node.forEach(item -> copy.add(opened(item, guarded)));
            return copy;
        }
        return node;
    }

    private static byte[] text(JsonNode document) {
        try {
            Object plain = JSON.treeToValue(document, Object.class);
            return JSON.writeValueAsString(plain).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a state could not be written as JSON", e);
        }
    }

    private static String hash(byte[] text, byte[] key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return "sha256:" + HexFormat.of().formatHex(mac.doFinal(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    /** Never more than the hash. */
    @Override
    public String toString() {
        return resources + " resources, " + digest;
    }
}
