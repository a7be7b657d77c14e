package policies.rules;

import facility.Capacity;
import facility.Quantity;
import java.util.List;
import java.util.Optional;
import policy.About;
import policy.Findings;
import policy.Given;
import policy.Resource;
import policy.Severity;
import policy.StackRule;

public final class CephFits implements StackRule {
    private static final String REQUESTS = ".storageclass.storage.k8s.io/requests.storage";

    private final Capacity capacity;

    public CephFits(Capacity capacity) {
        this.capacity = capacity;
    }

    @Override
    public About about() {
        return About.mandatory(
                        "ceph-fits",
                        "quotas promise of each storage class at most its capacity, and of Ceph at most what it has",
                        "a full Ceph stops writing for everybody, the hub's database included",
                        "lower quota.storage in facility:namespaces, or a class's capacity in facility:storage")
                .withSeverity(Severity.CRITICAL)
                .withSettings(
                        """
                        {"total": {"type": "string", "pattern": "^[0-9.]+(Gi|Ti|Pi|G|T|P)$", "default": "45T",
                           "description": "what all classes may have together"}}""");
    }

    @Override
    public void check(List<Resource> resources, Given given, Findings findings) {
        var quotas = NamespaceQuotas.of(resources);
        capacity.storage().keySet().forEach(storageClass -> quotas.unnamed(resources, storageClass + REQUESTS)
                // Without a claim nothing is stored.
                .filter(namespace -> !quotas.limit(NamespaceQuotas.nameOf(namespace), "persistentvolumeclaims")
                        .equals(Optional.of(Quantity.ZERO)))
                .forEach(namespace -> findings.add(
                        namespace,
                        "has no limit of storage class " + storageClass,
                        "",
                        "a quota that names it, if only with 0",
                        about().mend())));
        Quantity promisedOfAll = Quantity.ZERO;
        for (String name : quotas.resources()) {
            if (name.endsWith(REQUESTS)) {
                String storageClass = name.substring(0, name.length() - REQUESTS.length());
                Quantity promised = quotas.sum(name);
                promisedOfAll = promisedOfAll.plus(promised);
                Quantity there = capacity.storage().getOrDefault(storageClass, Quantity.ZERO);
                exceeds("quotas of storage class " + storageClass, promised, there, "its capacity is ", findings);
            }
        }
        Quantity total = Quantity.parse(given.settings().text("total"));
        exceeds("quotas of all storage classes", promisedOfAll, total, "Ceph has ", findings);
        Quantity capacities = capacity.storage().values().stream().reduce(Quantity.ZERO, Quantity::plus);
        exceeds("capacities of all storage classes", capacities, total, "Ceph has ", findings);
    }

    private void exceeds(String subject, Quantity promised, Quantity there, String limit, Findings findings) {
        if (promised.compareTo(there) > 0) {
            findings.add(
                    subject,
                    "promise more than there is",
                    promised.readable(),
                    limit + there.readable(),
                    about().mend());
        }
    }
}
