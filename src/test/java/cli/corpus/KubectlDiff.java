package cli.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import difference.FieldChange;
import difference.Fields;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the API server says of the same manifests: {@code kubectl diff --server-side --field-manager=facility
 * --force-conflicts}, whose two folders are read as objects and not as text.
 *
 * @param fields the paths that differ, by {@code <Kind> <namespace>/<name>}
 * @param created objects that are not there yet
 */
record KubectlDiff(Map<String, List<String>> fields, TreeSet<String> created) {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    /** What the API server keeps for itself; no manifest names it. */
    private static final List<String> SERVERS_OWN = List.of(
            "generation",
            "resourceVersion",
            "managedFields",
            "creationTimestamp",
            "uid",
            "selfLink",
            "deletionTimestamp");

    /** @param script run after the project's settings are sourced; kubectl and its kubeconfig are named in them */
    static KubectlDiff of(Path folder, String manifests, cli.ScratchProject project) throws IOException {
        Path work = Files.createTempDirectory(folder, "kubectl-diff");
        Path list = Files.createFile(
                work.resolve("manifests.json"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(list, manifests);
        Path keep = work.resolve("keep");
        Files.writeString(keep, "#!/bin/sh\ncp -r \"$1\" " + work + "/live && cp -r \"$2\" " + work + "/merged\n");
        Files.setPosixFilePermissions(keep, PosixFilePermissions.fromString("rwx------"));
        var ended = project.sourced(
                "dev",
                "KUBECTL_EXTERNAL_DIFF=" + keep + " kubectl --kubeconfig \"$FACILITY_KUBECONFIG\" diff --server-side"
                        + " --field-manager=facility --force-conflicts -f " + list);
        if (ended.exit() > 1 || !Files.exists(work.resolve("merged"))) {
            throw new IOException("kubectl diff ended with " + ended.exit() + ": " + ended.output());
        }
        return read(work);
    }

    private static KubectlDiff read(Path work) throws IOException {
        var fields = new TreeMap<String, List<String>>();
        var created = new TreeSet<String>();
        try (Stream<Path> files = Files.list(work.resolve("merged"))) {
            for (Path merged : files.toList()) {
                JsonNode after = object(merged);
                Path live = work.resolve("live").resolve(merged.getFileName());
                JsonNode before = Files.exists(live) ? object(live) : YAML.createObjectNode();
                if (before.isEmpty()) {
                    created.add(title(after));
                    continue;
                }
                var changed = Fields.between(before, after).stream()
                        .map(FieldChange::path)
                        .toList();
                if (!changed.isEmpty()) {
                    fields.put(title(after), changed);
                }
            }
        }
        return new KubectlDiff(fields, created);
    }

    private static JsonNode object(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        JsonNode node = text.isBlank() ? YAML.createObjectNode() : YAML.readTree(text);
        if (node.path("metadata") instanceof ObjectNode metadata) {
            metadata.remove(SERVERS_OWN);
        }
        if (node instanceof ObjectNode object) {
            object.remove("status");
        }
        return node;
    }

    static String title(JsonNode object) {
        String namespace = object.path("metadata").path("namespace").asText("");
        return object.path("kind").asText() + " " + (namespace.isEmpty() ? "" : namespace + "/")
                + object.path("metadata").path("name").asText();
    }
}
