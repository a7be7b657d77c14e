package toolchain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes a CustomResourceDefinition of a kind that OpenShift serves by its aggregated API, from upstream's own OpenAPI
 * document. Field names and types are upstream's; which fields are required is not taken over, because the document
 * calls many required that the real server fills in ({@code BuildConfig.spec.nodeSelector}).
 */
final class AggregatedKinds {
    private static final String REF = "$ref";
    private static final String DEFINITIONS = "#/definitions/";
    private static final String META = "io.k8s.apimachinery.pkg.apis.meta.v1.";
    private static final String ANY = "x-kubernetes-preserve-unknown-fields";
    private static final String INT_OR_STRING = "x-kubernetes-int-or-string";

    /** Written as a number or as a text, and the document says text only. */
    private static final Set<String> NUMBER_OR_TEXT =
            Set.of("io.k8s.apimachinery.pkg.api.resource.Quantity", "io.k8s.apimachinery.pkg.util.intstr.IntOrString");

    /** An object of any kind. */
    private static final String RAW = "io.k8s.apimachinery.pkg.runtime.RawExtension";

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final JsonNode definitions;

    private AggregatedKinds(JsonNode definitions) {
        this.definitions = definitions;
    }

    /**
     * One kind.
     *
     * @param scope {@code Namespaced} or {@code Cluster}
     */
    record Kind(String group, String kind, String plural, String scope) {
        /** From a line such as {@code build.openshift.io Build builds Namespaced}. */
        static Kind parse(String line) {
            String[] words = line.split("\\s+", -1);
            if (words.length != 4) {
                throw new ToolchainException("no group, kind, plural and scope in the line: " + line);
            }
            return new Kind(words[0], words[1], words[2], words[3]);
        }

        String fileName() {
            return "aggregated-" + plural + "." + group + ".json";
        }

        /** {@code com.github.openshift.api.build.v1.Build}, for the group {@code build.openshift.io}. */
        private String definition() {
            return "com.github.openshift.api." + group.substring(0, group.indexOf('.')) + ".v1." + kind;
        }
    }

    static AggregatedKinds read(Path openapi) throws IOException {
        return new AggregatedKinds(JSON.readTree(openapi.toFile()).path("definitions"));
    }

    /** The definition, as a document that the API server takes. */
    String definition(Kind kind) throws IOException {
        JsonNode root = definitions.path(kind.definition());
        if (root.isMissingNode()) {
            throw new ToolchainException("upstream's OpenAPI document has no " + kind.definition());
        }
        var version = new LinkedHashMap<String, Object>();
        version.put("name", "v1");
        version.put("served", true);
        version.put("storage", true);
        version.put("schema", Map.of("openAPIV3Schema", schema(root, Set.of(kind.definition()))));
        var document = new LinkedHashMap<String, Object>();
        document.put("apiVersion", "apiextensions.k8s.io/v1");
        document.put("kind", "CustomResourceDefinition");
        document.put("metadata", Map.of("name", kind.plural() + "." + kind.group()));
        document.put(
                "spec",
                Map.of(
                        "group", kind.group(),
                        "names", Map.of("kind", kind.kind(), "listKind", kind.kind() + "List", "plural", kind.plural()),
                        "scope", kind.scope(),
                        "versions", List.of(version)));
        return JSON.writeValueAsString(document);
    }

    /** A structural schema: references written out, and where one leads back into itself, anything. */
    private Map<String, Object> schema(JsonNode node, Set<String> within) {
        if (node.has(REF)) {
            return referred(node.path(REF).asText().substring(DEFINITIONS.length()), within);
        }
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", node.path("type").asText("object"));
        if (node.has("format")) {
            schema.put("format", node.path("format").asText());
        }
        if (node.has("enum")) {
            schema.put("enum", JSON.convertValue(node.path("enum"), List.class));
        }
        if (node.has("items")) {
            schema.put("items", schema(node.path("items"), within));
        }
        if (node.has("additionalProperties")) {
            schema.put("additionalProperties", schema(node.path("additionalProperties"), within));
        } else if (node.has("properties")) {
            var properties = new LinkedHashMap<String, Object>();
            node.path("properties")
                    .properties()
                    .forEach(property -> properties.put(property.getKey(), schema(property.getValue(), within)));
            schema.put("properties", properties);
        } else if (schema.get("type").equals("object")) {
            schema.put(ANY, true);
        }
        return schema;
    }

    private Map<String, Object> referred(String name, Set<String> within) {
        if (NUMBER_OR_TEXT.contains(name)) {
            return Map.of(INT_OR_STRING, true);
        }
        if (name.equals(META + "ObjectMeta")) {
            // Of the object itself the API server's own; of a template nested in it, anything.
            return within.size() == 1 ? Map.of("type", "object") : Map.of("type", "object", ANY, true);
        }
        if (name.equals(RAW) || within.contains(name)) {
            return Map.of("type", "object", ANY, true);
        }
        var deeper = new LinkedHashSet<>(within);
        deeper.add(name);
        return schema(definitions.path(name), deeper);
    }
}
