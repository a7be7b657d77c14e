package policies.rules;

import facility.Quantity;
import java.util.List;
import java.util.Optional;
import policy.About;
import policy.Findings;
import policy.Given;
import policy.Node;
import policy.Resource;
import policy.StackRule;

public final class FlavoursFitQuota implements StackRule {
    @Override
    public About about() {
        return About.mandatory(
                "flavours-fit-quota",
                "one server of each flavour is within the quota of the hub's namespace",
                "nobody can ever start it: the API server refuses the pod",
                "lower the flavour's limits in facility:catalogue, or raise the namespace's quota");
    }

    @Override
    public void check(List<Resource> resources, Given given, Findings findings) {
        var quotas = NamespaceQuotas.of(resources);
        for (Resource resource : resources) {
            String namespace = NamespaceQuotas.namespaceOf(resource);
            Flavours.of(resource).forEach((name, flavour) -> {
                var fit = new Fit(resource, name, quotas, namespace, findings);
                fit.judge("limits.cpu", NamespaceQuotas.quantity(flavour.at("cpu_limit")));
                fit.judge("limits.memory", Bytes.of(flavour.at("mem_limit")));
                for (var gpu : flavour.at("extra_resource_limits").fields().entrySet()) {
                    fit.judge("requests." + gpu.getKey(), gpu(gpu.getValue()));
                }
            });
        }
    }

    private static Optional<Quantity> gpu(Node amount) {
        return NamespaceQuotas.quantity(amount);
    }

    /** One flavour against its namespace. */
    private record Fit(Resource resource, String flavour, NamespaceQuotas quotas, String namespace, Findings findings) {
        void judge(String name, Optional<Quantity> wanted) {
            Optional<Quantity> allowed = quotas.limit(namespace, name);
            if (wanted.isPresent() && allowed.isPresent() && wanted.get().compareTo(allowed.get()) > 0) {
                findings.add(
                        resource,
                        flavour + " is larger than the namespace's quota of " + name,
                        wanted.get().readable(),
                        "the quota of " + namespace + " is " + allowed.get().readable(),
                        new FlavoursFitQuota().about().mend());
            }
        }
    }
}
