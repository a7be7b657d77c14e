package policies.rules;

import facility.Quantity;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import policy.About;
import policy.Findings;
import policy.Given;
import policy.Node;
import policy.Resource;
import policy.StackRule;

public final class DaskFitsQuota implements StackRule {
    /** The gateway's own trait, as the chart's value {@code gateway.extraConfig} sets it. */
    private static final String TRAIT = "c\\.ClusterConfig\\.%s\\s*=\\s*([0-9]+)";

    @Override
    public About about() {
        return About.mandatory(
                "dask-fits-quota",
                "one Dask cluster of the largest size is within its namespace's quota",
                "the last workers of a large cluster stay pending, and nobody sees why",
                "lower facility:dask.limits, or raise the namespace's quota");
    }

    @Override
    public void check(List<Resource> resources, Given given, Findings findings) {
        var quotas = NamespaceQuotas.of(resources);
        for (Resource resource : resources) {
            ChartValues.of(resource)
                    .map(values -> values.at("gateway", "extraConfig"))
                    .filter(Node::present)
                    .ifPresent(extra -> extra.fields().values().forEach(text -> {
                        judge(resource, quotas, "cluster_max_cores", "limits.cpu", text, findings);
                        judge(resource, quotas, "cluster_max_memory", "limits.memory", text, findings);
                        judge(resource, quotas, "cluster_max_workers", "pods", text, findings);
                    }));
        }
    }

    private void judge(
            Resource resource, NamespaceQuotas quotas, String trait, String name, Node text, Findings findings) {
        String namespace = NamespaceQuotas.namespaceOf(resource);
        Optional<Quantity> allowed = quotas.limit(namespace, name);
        var match = Pattern.compile(TRAIT.formatted(trait)).matcher(text.textOr(""));
        while (allowed.isPresent() && match.find()) {
            Quantity wanted = Quantity.parse(match.group(1));
            if (wanted.compareTo(allowed.get()) > 0) {
                findings.add(
                        resource,
                        trait + " is larger than the namespace's quota of " + name,
                        wanted.readable(),
                        "the quota of " + namespace + " is " + allowed.get().readable(),
                        about().mend());
            }
        }
    }
}
