package cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import facility.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kube.Declared;
import kube.ObjectFields;
import stacks.SecretInputs;

/**
 * What an environment declares for its twin, as other programs may bring it there, the secrets' values put in: a list
 * {@code [{type, name, protected, after, object}]} and the same objects as one List that kubectl takes,
 * without the fields of others' objects: it refuses a ClusterPolicy that is not whole. Each object comes
 * behind those that it names in {@code after}, which are those that {@code stacks.Registrar} waits for.
 */
public final class DesiredManifests {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** As {@code stacks.Registrar} has them: last in their namespace. */
    private static final Set<String> RUNNING =
            Set.of("Deployment", "StatefulSet", "DaemonSet", "Job", "CronJob", "Pod", "Service", "Route");

    private final SecretInputs secrets;
    private final Map<String, String> namespaces = new TreeMap<>();
    private final Map<String, List<String>> foundations = new TreeMap<>();
    private final List<String> clusterWide = new ArrayList<>();

    private DesiredManifests(SecretInputs secrets) {
        this.secrets = secrets;
    }

    /** @param args environment, the list's file, and the file for kubectl */
    public static void main(String[] args) throws IOException {
        var project = new Project(Path.of(System.getProperty("facility.root")));
        var run = ClusterRun.ready(project, Environment.of(args[0]).orElseThrow(), On.TWIN);
        var secrets = SecretInputs.of(run.checked(), run.workspace().target(), Map.of());
        write(new DesiredManifests(secrets).ordered(run.checked().objects()), Path.of(args[1]), Path.of(args[2]));
    }

    private static void write(List<ObjectNode> objects, Path list, Path kubectl) throws IOException {
        JSON.writeValue(list.toFile(), objects);
        var items = JSON.createObjectNode().put("apiVersion", "v1").put("kind", "List");
        var all = items.putArray("items");
        objects.stream()
                .filter(each -> !each.get("type").asText().endsWith("Patch"))
                .forEach(each -> all.add(each.get("object")));
        Files.writeString(kubectl, JSON.writeValueAsString(items));
    }

    private List<ObjectNode> ordered(List<Declared> declared) {
        var objects = new ArrayList<ObjectNode>();
        for (Stage stage : Stage.values()) {
            declared.stream().filter(each -> stage == stageOf(each)).forEach(each -> objects.add(written(each, stage)));
        }
        return objects;
    }

    private enum Stage {
        NAMESPACE,
        CLUSTER_WIDE,
        FOUNDATION,
        RUNNING,
        PATCH
    }

    private static Stage stageOf(Declared object) {
        if (object.patch()) {
            return Stage.PATCH;
        }
        if (object.kind().equals("Namespace")) {
            return Stage.NAMESPACE;
        }
        if (RUNNING.contains(object.kind())) {
            return Stage.RUNNING;
        }
        return object.namespace().isEmpty() ? Stage.CLUSTER_WIDE : Stage.FOUNDATION;
    }

    private ObjectNode written(Declared object, Stage stage) {
        String key = object.type() + "::" + object.name();
        var after = new ArrayList<String>();
        if (namespaces.containsKey(object.namespace())) {
            after.add(namespaces.get(object.namespace()));
        }
        switch (stage) {
            case NAMESPACE -> namespaces.put(object.object().getMetadata().getName(), key);
            case CLUSTER_WIDE -> clusterWide.add(key);
            case FOUNDATION -> {
                if (object.kind().equals("PersistentVolumeClaim")) {
                    after.addAll(clusterWide);
                }
                foundations
                        .computeIfAbsent(object.namespace(), name -> new ArrayList<>())
                        .add(key);
            }
            case RUNNING -> after.addAll(foundations.getOrDefault(object.namespace(), List.of()));
                // A node's label names a layout that a ConfigMap has to hold by then.
            case PATCH -> foundations.values().stream()
                    .flatMap(List::stream)
                    .filter(each -> each.contains(":ConfigMap::"))
                    .forEach(after::add);
        }
        var fields = new TreeMap<>(ObjectFields.of(object.object()));
        fields.putAll(secrets.byResource().getOrDefault(key, Map.of()));
        var node = JSON.createObjectNode()
                .put("type", object.type())
                .put("name", object.name())
                .put("protected", object.isProtected());
        after.forEach(node.putArray("after")::add);
        node.set("object", JSON.valueToTree(fields));
        return node;
    }
}
