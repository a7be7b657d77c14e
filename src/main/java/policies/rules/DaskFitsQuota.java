package policies.rules;

import facility.Quantity;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import policy.About;
import policy.Findings;
import policy.Given;
import policy.Node;
import policy.Resource;
import policy.StackRule;

public final class DaskFitsQuota implements StackRule {
    /** The gateway's own trait, or a backend's, as the chart's value {@code gateway.extraConfig} sets it. */
    private static final String TRAIT = "(?m)^[ \\t]*c\\.\\w*ClusterConfig\\.%s[ \\t]*=[ \\t]*([^#\\n]*)";

    private static final String NUMBER = "[0-9][0-9_]*";

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
                    .map(values -> values.at("gateway"))
                    .filter(Node::present)
                    .ifPresent(gateway -> {
                        String program = program(gateway.at("extraConfig"));
                        judge(resource, quotas, "cluster_max_cores", "limits.cpu", program, findings);
                        judge(resource, quotas, "cluster_max_memory", "limits.memory", program, findings);
                        judge(resource, quotas, "cluster_max_workers", "pods", program, findings);
                    });
        }
    }

    private static String program(Node extra) {
        return extra.text().orElseGet(() -> extra.fields().values().stream()
                .flatMap(text -> text.text().stream())
                .collect(Collectors.joining("\n")));
    }

    private void judge(
            Resource resource, NamespaceQuotas quotas, String trait, String name, String program, Findings findings) {
        String namespace = NamespaceQuotas.namespaceOf(resource);
        Optional<Quantity> allowed = quotas.limit(namespace, name);
        var written = Pattern.compile(TRAIT.formatted(trait))
                .matcher(program)
                .results()
                .map(match -> match.group(1).strip())
                .toList();
        if (written.isEmpty()) {
            findings.add(resource, "sets no " + trait, "", "a number, which is the largest cluster", about().mend());
        }
        for (String value : written) {
            if (!value.matches(NUMBER)) {
                findings.add(
                        resource, "sets " + trait + " to what no rule can read", value, "a number", about().mend());
                continue;
            }
            Quantity wanted = Quantity.parse(value.replace("_", ""));
            if (allowed.isPresent() && wanted.compareTo(allowed.get()) > 0) {
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
