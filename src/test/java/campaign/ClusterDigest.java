package campaign;

import cli.ScratchProject;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The facility's objects as a cluster holds them, each as a digest: with their fields, labels, and which of them the manager
 * {@code facility} owns; without what another history alone makes another.
 */
final class ClusterDigest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Given anew by the cluster to an object that is made anew, or counted up by each write. */
    private static final Set<String> HISTORY = Set.of(
            "uid",
            "resourceVersion",
            "creationTimestamp",
            "generation",
            "status",
            "time",
            "clusterIP",
            "clusterIPs",
            "nodePort",
            "healthCheckNodePort",
            "deployment.kubernetes.io/revision");

    private ClusterDigest() {}

    /** By kind, namespace and name. */
    static Map<String, String> of(ScratchProject project) throws IOException {
        // Whatever the cluster serves, so that nothing is overlooked; by label, as the facility writes it on each.
        Contest.must(project.sourced(
                "dev",
                "k=\"kubectl --kubeconfig $FACILITY_KUBECONFIG\";"
                        + " kinds=$($k api-resources --verbs=list -o name | grep -v '^events\\|metrics' | paste -sd,);"
                        + " $k get $kinds --all-namespaces --ignore-not-found -o json"
                        + " -l app.kubernetes.io/managed-by=facility --show-managed-fields > objects.json"));
        var digests = new TreeMap<String, String>();
        for (JsonNode object : JSON.readTree(Files.readString(project.root().resolve("objects.json")))
                .path("items")) {
            JsonNode metadata = object.path("metadata");
            // Endpoints, and whatever else a controller made, carry labels of ours and are theirs.
            if (!ours(metadata.path("managedFields")).isEmpty()) {
                String key = object.path("kind").asText() + " "
                        + metadata.path("namespace").asText("") + "/"
                        + metadata.path("name").asText();
                digests.put(key, digest(plain(object)));
            }
        }
        return digests;
    }

    private static JsonNode plain(JsonNode node) {
        if (node instanceof ObjectNode object) {
            var sorted = new TreeMap<String, JsonNode>();
            object.properties().forEach(field -> {
                if (!HISTORY.contains(field.getKey())) {
                    sorted.put(
                            field.getKey(),
                            field.getKey().equals("managedFields") ? ours(field.getValue()) : plain(field.getValue()));
                }
            });
            return JSON.valueToTree(sorted);
        }
        if (node instanceof ArrayNode list) {
            ArrayNode copy = JSON.createArrayNode();
            list.forEach(item -> copy.add(plain(item)));
            return copy;
        }
        return node;
    }

    /** Others' entries tell of their own work. */
    private static JsonNode ours(JsonNode managedFields) {
        ArrayNode kept = JSON.createArrayNode();
        for (Iterator<JsonNode> entries = managedFields.elements(); entries.hasNext(); ) {
            JsonNode entry = entries.next();
            if (entry.path("manager").asText().equals("facility")) {
                kept.add(plain(entry));
            }
        }
        return kept;
    }

    private static String digest(JsonNode object) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(object.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
