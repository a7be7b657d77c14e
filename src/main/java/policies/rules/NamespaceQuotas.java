package policies.rules;

import facility.Quantity;
import facility.QuantityFormatException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import policy.Node;
import policy.Resource;

/** What the ResourceQuotas of each namespace allow; where two name the same resource, both hold, so the smaller does. */
record NamespaceQuotas(Map<String, Map<String, Quantity>> byNamespace) {
    static NamespaceQuotas of(List<Resource> resources) {
        var all = new TreeMap<String, Map<String, Quantity>>();
        for (Resource resource : resources) {
            if (resource.kind().equals("ResourceQuota") && holdsAll(resource.at("spec"))) {
                add(namespaceOf(resource), resource.at("spec", "hard"), all);
            }
        }
        return new NamespaceQuotas(all);
    }

    /** The same of totals over namespaces: ClusterResourceQuotas by the label's value that they select, or by name. */
    static NamespaceQuotas totals(List<Resource> resources, String label) {
        var all = new TreeMap<String, Map<String, Quantity>>();
        for (Resource resource : resources) {
            if (resource.kind().equals("ClusterResourceQuota")) {
                add(selected(resource, label), resource.at("spec", "quota", "hard"), all);
            }
        }
        return new NamespaceQuotas(all);
    }

    /** Whether it counts every pod: one with scopes counts some. */
    static boolean holdsAll(Node spec) {
        return spec.at("scopes").items().isEmpty()
                && spec.at("scopeSelector", "matchExpressions").items().isEmpty();
    }

    /** The label's value if it selects all namespaces with it, and nothing of it is counted by scope. */
    private static String selected(Resource resource, String label) {
        Node selector = resource.at("spec", "selector");
        boolean whole = selector.at("labels", "matchLabels").fields().keySet().equals(Set.of(label))
                && selector.at("labels", "matchExpressions").items().isEmpty()
                && selector.at("annotations").fields().isEmpty()
                && holdsAll(resource.at("spec", "quota"));
        return whole ? selector.at("labels", "matchLabels", label).textOr("") : resource.title();
    }

    private static void add(String key, Node written, Map<String, Map<String, Quantity>> all) {
        var hard = all.computeIfAbsent(key, name -> new TreeMap<>());
        written.fields().forEach((name, amount) -> quantity(amount)
                .ifPresent(quantity ->
                        hard.merge(name, quantity, (one, other) -> one.compareTo(other) <= 0 ? one : other)));
    }

    static String namespaceOf(Resource resource) {
        return resource.at("metadata", "namespace").textOr("");
    }

    static String nameOf(Resource namespace) {
        return namespace.at("metadata", "name").textOr("");
    }

    /** Namespaces whose quotas leave a resource without limit: Kubernetes limits only what a quota names. */
    Stream<Resource> unnamed(List<Resource> resources, String resource) {
        return resources.stream()
                .filter(Namespaces::makesOne)
                .filter(namespace -> byNamespace.containsKey(nameOf(namespace)))
                .filter(namespace -> limit(nameOf(namespace), resource).isEmpty());
    }

    static Optional<Quantity> quantity(Node amount) {
        try {
            return amount.text().map(Quantity::parse);
        } catch (QuantityFormatException noQuantity) {
            return Optional.empty();
        }
    }

    /** Of one namespace; empty if nothing limits it. */
    Optional<Quantity> limit(String namespace, String resource) {
        return Optional.ofNullable(byNamespace.getOrDefault(namespace, Map.of()).get(resource));
    }

    /** What all namespaces may take of it together. */
    Quantity sum(String resource) {
        return byNamespace.values().stream()
                .flatMap(hard -> Optional.ofNullable(hard.get(resource)).stream())
                .reduce(Quantity.ZERO, Quantity::plus);
    }

    /** Who takes how much: {@code jupyterhub 800, dask-gateway 512}. */
    String shares(String resource) {
        return byNamespace.entrySet().stream()
                .filter(entry -> entry.getValue().containsKey(resource))
                .map(entry -> entry.getKey() + " " + entry.getValue().get(resource))
                .collect(java.util.stream.Collectors.joining(", "));
    }

    /** All resources of the quotas, whatever namespace. */
    List<String> resources() {
        return byNamespace.values().stream()
                .flatMap(hard -> hard.keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
