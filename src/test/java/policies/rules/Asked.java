package policies.rules;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import facility.Capacity;
import facility.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.Yaml;
import policy.Judge;
import policy.Judged.Judgement;
import policy.Leases;
import policy.Node;
import policy.Pack;
import policy.Resource;
import policy.Rule;
import policy.RuleSettings;
import policy.Run;
import policy.SettingsSchema;

/** One rule, asked about objects as people write them. */
final class Asked {
    /** 10 cores, 100Gi, 50 pods, 7 slices of 10 GB, two storage classes: 10Ti and 1Ti. */
    static final Capacity CAPACITY = new Capacity(
            Quantity.of(10),
            Quantity.parse("100Gi"),
            50,
            Map.of("1g.10gb", 7),
            Map.of("homes", Quantity.parse("10Ti"), "services", Quantity.parse("1Ti")));

    private final Rule rule;
    private final ObjectNode settings = JsonNodeFactory.instance.objectNode();
    private String target = "okd-prod/6f1c";
    private boolean protect = true;

    private Asked(Rule rule) {
        this.rule = rule;
    }

    static Asked of(Rule rule) {
        return new Asked(rule);
    }

    Asked with(String setting, Object value) {
        settings.putPOJO(setting, value);
        return this;
    }

    Asked on(String name) {
        target = name;
        return this;
    }

    Asked unprotected() {
        protect = false;
        return this;
    }

    /** What it finds, as a person reads it. */
    List<String> about(String... documents) {
        return texts(judge().everything(resources(documents)));
    }

    /** What it finds where a run would delete or replace them. */
    List<String> aboutTheLossOf(String... documents) {
        return texts(judge().removed(resources(documents)));
    }

    private static List<String> texts(List<Judgement> judgements) {
        return judgements.stream()
                .map(judgement -> judgement.finding().toString())
                .toList();
    }

    private List<Resource> resources(String... documents) {
        var resources = new ArrayList<Resource>();
        for (String document : documents) {
            new Yaml().loadAll(document).forEach(object -> resources.add(resource((Map<?, ?>) object)));
        }
        return resources;
    }

    private Judge judge() {
        String id = rule.about().id();
        var values = new RuleSettings(
                rule.about().level(), SettingsSchema.of(rule.about()).filled(settings));
        var pack = new Pack("test", "1.0.0", "", List.of(rule), Map.of(id, values), Leases.none());
        return new Judge(pack, Run.without("facility", "prod"), each -> {});
    }

    private Resource resource(Map<?, ?> object) {
        return resource(object, protect, target);
    }

    /** The object as the engine would send it. */
    static Resource resource(Map<?, ?> object, boolean protect, String target) {
        @SuppressWarnings("unchecked")
        var fields = (Map<String, Object>) object;
        Node node = Node.of(fields);
        String apiVersion = node.at("apiVersion").textOr("v1");
        String type = "kubernetes:" + (apiVersion.contains("/") ? apiVersion : "core/" + apiVersion) + ":"
                + node.at("kind").textOr("");
        String namespace = node.at("metadata", "namespace").textOr("");
        String name = node.at("metadata", "name").textOr("");
        return new Resource(
                type,
                "",
                namespace.isEmpty() ? name : namespace + "/" + name,
                node,
                protect,
                Optional.of(Node.of(Map.of("clusterIdentifier", target))));
    }

    /** A Deployment with one container; the container's further fields, indented by ten. */
    static String deployment(String container, String pod) {
        return """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: hub, namespace: jupyterhub}
                spec:
                  template:
                    spec:
                %s
                      containers:
                        - name: hub
                %s
                """
                .formatted(pod.indent(6).stripTrailing(), container.indent(10).stripTrailing());
    }

    /** The hub's ConfigMap with these values, beside what every hub has. */
    static String hub(String values) {
        return """
                kind: ConfigMap
                metadata: {name: hub, namespace: jupyterhub}
                data:
                  values.yaml: |
                %s
                """
                .formatted(values.indent(4).stripTrailing());
    }

    static String quota(String namespace, String hard) {
        return "kind: ResourceQuota\nmetadata: {name: quota, namespace: " + namespace + "}\nspec: {hard: {" + hard
                + "}}\n";
    }
}
