package policies.rules;

import facility.Capacity;
import facility.GpuResource;
import facility.Percent;
import facility.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import policy.About;
import policy.Findings;
import policy.Given;
import policy.Resource;
import policy.StackRule;

public final class ExperimentQuotasHold implements StackRule {
    private static final String STORAGE = ".storageclass.storage.k8s.io/requests.storage";
    private static final String REQUESTS = "requests.";

    private static final List<String> COUNTED = List.of("requests.cpu", "requests.memory", "pods");

    private final Capacity capacity;

    public ExperimentQuotasHold(Capacity capacity) {
        this.capacity = capacity;
    }

    @Override
    public About about() {
        return About.mandatory(
                        "experiment-quotas-hold",
                        "every experiment has a total that holds each of its namespaces' quotas, and all totals together"
                                + " are within what there is, times the over-commit",
                        "a namespace is promised what it never gets, or an experiment more than the cluster has",
                        "correct the total in facility:experiments, or the quota in facility:namespaces")
                .withSettings(
                        """
                        {"cpuPercent": {"type": "integer", "minimum": 1, "default": 200,
                           "description": "of the nodes' CPU, as for quotas-fit-capacity"},
                         "memoryPercent": {"type": "integer", "minimum": 1, "default": 100,
                           "description": "of the nodes' memory"},
                         "podsPercent": {"type": "integer", "minimum": 1, "default": 200,
                           "description": "of the pods that the kubelets take"},
                         "label": {"type": "string", "minLength": 1, "default": "facility/experiment",
                           "description": "of a namespace, whose value is its experiment"},
                         "withoutTotal": {"type": "array", "items": {"type": "string"}, "default": ["facility"],
                           "description": "values of the label for what belongs to no experiment"}}""");
    }

    @Override
    public void check(List<Resource> resources, Given given, Findings findings) {
        String label = given.settings().text("label");
        var totals = NamespaceQuotas.totals(resources, label);
        totals.resources().forEach(name -> fits(totals, name, given, findings));
        var quotas = NamespaceQuotas.of(resources);
        var outside = given.settings().texts("withoutTotal");
        for (Resource resource : resources) {
            String experiment = resource.at("metadata", "labels", label).textOr("");
            if (resource.kind().equals("Namespace") && !experiment.isBlank() && !outside.contains(experiment)) {
                holds(resource, experiment, totals.byNamespace().get(experiment), quotas, findings);
            }
        }
    }

    private void fits(NamespaceQuotas totals, String name, Given given, Findings findings) {
        Quantity promised = totals.sum(name);
        ceiling(name, given)
                .filter(most -> promised.compareTo(most) > 0)
                .ifPresent(most -> findings.add(
                        "experiments' totals of " + name,
                        "promise more than there is",
                        promised.readable() + " (" + totals.shares(name) + ")",
                        "at most " + most.readable(),
                        about().mend()));
    }

    /** Empty for what nothing limits, such as the number of claims. */
    private Optional<Quantity> ceiling(String name, Given given) {
        if (name.endsWith(STORAGE)) {
            String storageClass = name.substring(0, name.length() - STORAGE.length());
            return Optional.of(capacity.storage().getOrDefault(storageClass, Quantity.ZERO));
        }
        if (name.startsWith(REQUESTS + "nvidia.com/")) {
            var slices = GpuResource.nameOf(name.substring(REQUESTS.length())).map(capacity.slices()::get);
            return Optional.of(Quantity.of(slices.orElse(0)));
        }
        return switch (name) {
            case "requests.cpu" -> Optional.of(percent(given, "cpuPercent").of(capacity.cpu()));
            case "requests.memory" -> Optional.of(
                    percent(given, "memoryPercent").of(capacity.memory()));
            case "pods" -> Optional.of(percent(given, "podsPercent").of(Quantity.of(capacity.pods())));
            default -> Optional.empty();
        };
    }

    private static Percent percent(Given given, String setting) {
        return new Percent((int) given.settings().number(setting));
    }

    private void holds(
            Resource namespace,
            String experiment,
            Map<String, Quantity> total,
            NamespaceQuotas quotas,
            Findings findings) {
        if (total == null) {
            findings.add(
                    namespace,
                    "belongs to an experiment without a total",
                    experiment,
                    "one ClusterResourceQuota that selects its namespaces",
                    about().mend());
            return;
        }
        String name = NamespaceQuotas.nameOf(namespace);
        COUNTED.stream()
                .filter(resource -> quotas.limit(name, resource).isPresent() && !total.containsKey(resource))
                .forEach(resource -> findings.add(
                        namespace,
                        "belongs to an experiment whose total leaves out " + resource,
                        experiment,
                        "a total of " + String.join(", ", COUNTED),
                        about().mend()));
        total.forEach((resource, most) -> quotas.limit(name, resource)
                .filter(quota -> quota.compareTo(most) > 0)
                .ifPresent(quota -> findings.add(
                        namespace,
                        "may ask for more " + resource + " than its experiment",
                        quota.readable(),
                        "experiment " + experiment + " has " + most.readable() + " in all",
                        about().mend())));
    }
}
