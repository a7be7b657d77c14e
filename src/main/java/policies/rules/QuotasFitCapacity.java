package policies.rules;

import facility.Capacity;
import facility.Percent;
import facility.Quantity;
import java.util.List;
import policy.About;
import policy.Findings;
import policy.Given;
import policy.Resource;
import policy.StackRule;

public final class QuotasFitCapacity implements StackRule {
    private final Capacity capacity;

    public QuotasFitCapacity(Capacity capacity) {
        this.capacity = capacity;
    }

    @Override
    public About about() {
        return About.mandatory(
                        "quotas-fit-capacity",
                        "the quotas of all namespaces together are within what the nodes have, times the over-commit",
                        "pods are promised that no node can run, and wait without end",
                        "lower a quota in facility:namespaces, or add nodes to facility:cluster")
                .withSettings(
                        """
                        {"cpuPercent": {"type": "integer", "minimum": 1, "default": 200,
                           "description": "of the nodes' CPU: idle notebooks leave most of theirs to others"},
                         "memoryPercent": {"type": "integer", "minimum": 1, "default": 100,
                           "description": "of the nodes' memory: what is not there ends processes"},
                         "podsPercent": {"type": "integer", "minimum": 1, "default": 200,
                           "description": "of the pods that the kubelets take"}}""");
    }

    @Override
    public void check(List<Resource> resources, Given given, Findings findings) {
        var quotas = NamespaceQuotas.of(resources);
        fits(quotas, "requests.cpu", "cores", capacity.cpu(), percent(given, "cpuPercent"), findings);
        fits(quotas, "requests.memory", "of memory", capacity.memory(), percent(given, "memoryPercent"), findings);
        fits(quotas, "pods", "pods", Quantity.of(capacity.pods()), percent(given, "podsPercent"), findings);
    }

    private static Percent percent(Given given, String setting) {
        return new Percent((int) given.settings().number(setting));
    }

    private void fits(
            NamespaceQuotas quotas, String resource, String unit, Quantity there, Percent ceiling, Findings findings) {
        Quantity promised = quotas.sum(resource);
        Quantity allowed = ceiling.of(there);
        if (promised.compareTo(allowed) > 0) {
            findings.add(
                    "quotas of " + resource,
                    "promise more than there is",
                    promised.readable() + " " + unit + " (" + quotas.shares(resource) + ")",
                    "at most " + allowed.readable() + ", which is " + ceiling + " of the nodes' " + there.readable(),
                    about().mend());
        }
    }
}
