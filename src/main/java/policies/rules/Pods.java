package policies.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import policy.Node;
import policy.Resource;

/** The pods that an object makes, whatever its kind. */
record Pods(Node spec) {
    private static final String[] TEMPLATE = {"spec", "template", "spec"};

    private static final Map<String, String[]> SPECS = Map.of(
            "Pod", new String[] {"spec"},
            "PodTemplate", new String[] {"template", "spec"},
            "Deployment", TEMPLATE,
            "DeploymentConfig", TEMPLATE,
            "ReplicationController", TEMPLATE,
            "ReplicaSet", TEMPLATE,
            "StatefulSet", TEMPLATE,
            "DaemonSet", TEMPLATE,
            "Job", TEMPLATE,
            "CronJob", new String[] {"spec", "jobTemplate", "spec", "template", "spec"});

    /** Empty for a kind that makes none. */
    static Optional<Pods> of(Resource resource) {
        return Optional.ofNullable(SPECS.get(ObjectKind.of(resource))).map(path -> new Pods(resource.at(path)));
    }

    /** Those that start before the others and those that are put in later included. */
    List<Node> containers() {
        return Stream.of("initContainers", "containers", "ephemeralContainers")
                .flatMap(kind -> spec.at(kind).items().stream())
                .toList();
    }

    static String name(Node container) {
        return "container " + container.at("name").textOr("?");
    }
}
