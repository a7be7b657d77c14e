package campaign;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The dev environment's file with as many more experiments as bring its objects to a number: each with a total, a group,
 * a collaboration with a flavour, and four namespaces of different sizes. And the same with something changed.
 */
final class SizedFacility {
    /** Of one more experiment: eight objects a namespace, and the total over all. */
    static final int OBJECTS = 4 * 8 + 1;

    private static final List<String> PURPOSES = List.of("analysis", "workflows", "services", "archive");
    static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private final String tracked;
    private final int experiments;

    /** @param tracked the environment's file as it is in the repository */
    SizedFacility(String tracked, int experiments) {
        this.tracked = tracked;
        this.experiments = experiments;
    }

    /** What is changed in the file. */
    enum Change {
        NONE,
        /** The memory of one flavour. */
        FLAVOUR,
        /** The display name of one namespace. */
        NAME,
        /** Whatever touches many: owners, quotas, limits, runbooks, the interval of scrapes. */
        ALL
    }

    void write(Path file, Change change) throws IOException {
        var root = (ObjectNode) YAML.readTree(tracked);
        var config = root.withObject("/config");
        // Its hosts and rules are no Kubernetes objects: nobody else could be given them.
        config.putNull("facility:checkmk");
        config.withObject("/facility:cluster")
                .withObject("/nodePools")
                .withObject("/worker")
                .put("nodes", nodes());
        for (int i = 0; i < experiments; i++) {
            add(config, i, change == Change.ALL);
        }
        switch (change) {
            case NONE -> {}
            case FLAVOUR -> flavour(config);
            case NAME -> namespace(config, "dune-analysis").put("displayName", "DUNE: services for analysis");
            case ALL -> {
                config.withObject("/facility:monitoring")
                        .put("runbooks", "https://runbooks.example.org/other")
                        .put("scrapeInterval", "45s");
                for (String each : List.of("dune-analysis", "dune-workflows", "lpc-analysis", "lpc-coffea")) {
                    namespace(config, each).put("owner", "other-liaisons");
                }
            }
        }
        Files.writeString(file, YAML.writeValueAsString(root));
    }

    /** Enough for what the namespaces are promised; each is a node that KWOK plays. */
    private int nodes() {
        return 2 + experiments / 4;
    }

    private static void flavour(ObjectNode config) {
        config.withObject("/facility:catalogue")
                .withObject("/collaborations")
                .withObject("/dune")
                .withObject("/flavours")
                .withObject("/sl7")
                .put("memory", "10Gi");
    }

    private static ObjectNode namespace(ObjectNode config, String name) {
        return config.withObject("/facility:namespaces").withObject("/" + name);
    }

    private static void add(ObjectNode config, int number, boolean changed) {
        String name = "exp-%03d".formatted(number);
        config.withObject("/facility:groups").putObject(name).put("displayName", "Members of " + name);
        var members =
                config.withObject("/facility:ferry").withObject("/members").putObject(name);
        members.putArray("units").add(name);
        members.putArray("unixGroups");
        var flavour = config.withObject("/facility:catalogue")
                .withObject("/collaborations")
                .putObject(name)
                .put("displayName", "Experiment " + number)
                .<ObjectNode>set("groups", YAML.createArrayNode().add(name))
                .putObject("flavours")
                .putObject("al9");
        flavour.put("displayName", "AL9 of " + name)
                .put("enabled", true)
                .put("image", "registry.example.org/eaf/" + name + ":2026.11")
                .put("jupyterhub", "5.5.0")
                .put("size", number % 2 == 0 ? "small" : "medium");
        var total = config.withObject("/facility:experiments").putObject(name);
        total.put("displayName", "Experiment " + number);
        quota(total, 6, changed ? 11 : 10, 14);
        for (int i = 0; i < PURPOSES.size(); i++) {
            var namespace = namespace(config, name + "-" + PURPOSES.get(i));
            namespace
                    .put("displayName", name + ": " + PURPOSES.get(i))
                    .put("owner", name + (changed ? "-operators" : "-liaisons"))
                    .put("experiment", name)
                    .put("podSecurity", "restricted");
            quota(namespace, 1 + i, (changed ? 3 : 2) + i, 3 + i);
            namespace
                    .putObject("limits")
                    .put("cpu", "500m")
                    .put("memory", changed ? "768Mi" : "512Mi")
                    .put("cpuRequest", "100m")
                    .put("memoryRequest", "128Mi");
        }
    }

    private static void quota(ObjectNode of, int cpu, int gibibytes, int pods) {
        of.putObject("quota")
                .put("cpu", String.valueOf(cpu))
                .put("memory", gibibytes + "Gi")
                .put("pods", pods)
                .put("persistentVolumeClaims", 0);
    }
}
