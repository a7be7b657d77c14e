package policies.rules;

import facility.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import policy.About;
import policy.Findings;
import policy.Given;
import policy.Node;
import policy.Resource;
import policy.StackRule;

public final class ContainersFitLimitRange implements StackRule {
    @Override
    public About about() {
        return About.mandatory(
                "containers-fit-limit-range",
                "users' servers have a ceiling, and no flavour and no container of a namespace is above its LimitRange's",
                "one server takes a node, or the API server refuses it",
                "lower its limits, or raise the size in facility:catalogue that the ceiling comes from");
    }

    @Override
    public void check(List<Resource> resources, Given given, Findings findings) {
        var ceilings = ceilings(resources);
        for (Resource resource : resources) {
            String namespace = NamespaceQuotas.namespaceOf(resource);
            var ceiling = ceilings.getOrDefault(namespace, Map.of());
            var flavours = Flavours.of(resource);
            if (!flavours.isEmpty() && !ceiling.keySet().containsAll(List.of("cpu", "memory"))) {
                findings.add(
                        resource,
                        "lets users start servers where no container has a ceiling",
                        "",
                        "a LimitRange of type Container with max of cpu and memory in " + namespace,
                        about().mend());
            }
            flavours.forEach((name, flavour) -> {
                judge(resource, name, "cpu", NamespaceQuotas.quantity(flavour.at("cpu_limit")), ceiling, findings);
                judge(resource, name, "memory", Bytes.of(flavour.at("mem_limit")), ceiling, findings);
            });
            Pods.of(resource).map(Pods::containers).orElse(List.of()).forEach(container -> {
                for (String key : List.of("cpu", "memory")) {
                    Node limit = container.at("resources", "limits", key);
                    judge(resource, Pods.name(container), key, NamespaceQuotas.quantity(limit), ceiling, findings);
                }
            });
        }
    }

    private void judge(
            Resource resource,
            String who,
            String key,
            Optional<Quantity> wanted,
            Map<String, Quantity> ceiling,
            Findings findings) {
        Quantity most = ceiling.get(key);
        if (wanted.isPresent() && most != null && wanted.get().compareTo(most) > 0) {
            findings.add(
                    resource,
                    who + " is above the ceiling of " + key,
                    wanted.get().readable(),
                    "the LimitRange lets " + most.readable(),
                    about().mend());
        }
    }

    /** By namespace and resource. */
    private static Map<String, Map<String, Quantity>> ceilings(List<Resource> resources) {
        var all = new TreeMap<String, Map<String, Quantity>>();
        for (Resource resource : resources) {
            if (resource.kind().equals("LimitRange")) {
                var most = all.computeIfAbsent(NamespaceQuotas.namespaceOf(resource), name -> new TreeMap<>());
                resource.at("spec", "limits").items().stream()
                        .filter(limit -> limit.at("type").textOr("").equals("Container"))
                        .forEach(limit -> limit.at("max").fields().forEach((key, amount) -> NamespaceQuotas.quantity(
                                        amount)
                                .ifPresent(quantity -> most.merge(
                                        key, quantity, (one, other) -> one.compareTo(other) <= 0 ? one : other))));
            }
        }
        return all;
    }
}
