package policies.rules;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import policy.Node;
import policy.Resource;

/**
 * Ways to a node's files and namespaces beside a pod's own fields: a volume that is a folder of a node, and what a chart's
 * values have a service start later.
 */
final class NodeFolders {
    private static final Set<String> SHARED = Set.of("hostNetwork", "hostPID", "hostIPC", "privileged");

    /** As KubeSpawner writes it, and Kubernetes. */
    private static final Set<String> ESCALATING = Set.of("allow_privilege_escalation", "allowPrivilegeEscalation");

    private static final Set<String> USERS = Set.of("runAsUser", "uid");

    private NodeFolders() {}

    /** The values by what is wrong with them. */
    static Map<String, String> of(Resource resource) {
        var all = new TreeMap<String, String>();
        if (ObjectKind.of(resource).equals("PersistentVolume")) {
            for (String source : new String[] {"hostPath", "local"}) {
                if (resource.at("spec", source).present()) {
                    all.put(
                            "is a folder of a node",
                            source + " " + resource.at("spec", source, "path").textOr("?"));
                }
            }
        }
        ChartValues.of(resource).ifPresent(values -> walk(values, all));
        ChartValues.ofHub(resource).map(HubProgram::of).orElse(List.of()).stream()
                .filter(NodeFolders::isWider)
                .forEach(trait -> all.put("has a pod started with more than a user's rights", trait.toString()));
        return all;
    }

    private static boolean isWider(HubProgram.Trait trait) {
        return USERS.contains(trait.name())
                ? trait.value().equals("0")
                : trait.isTrue() && (SHARED.contains(trait.name()) || ESCALATING.contains(trait.name()));
    }

    private static void walk(Node node, Map<String, String> all) {
        node.fields().forEach((name, field) -> {
            if (name.equals("hostPath") && field.at("path").present()) {
                all.put(
                        "has a pod mount a folder of its node, " + field.path(),
                        field.at("path").textOr("?"));
            }
            if ((SHARED.contains(name) || ESCALATING.contains(name)) && field.isTrue()) {
                all.put("has a pod started with " + field.path(), "true");
            }
            if (USERS.contains(name) && field.textOr("").equals("0")) {
                all.put("has a pod run as root, " + field.path(), "0");
            }
            walk(field, all);
        });
        node.items().forEach(item -> walk(item, all));
    }
}
