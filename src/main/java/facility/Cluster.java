package facility;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * The OKD cluster that the facility runs on.
 *
 * @param ingressDomain the domain under which the router serves a host that a Route does not name
 * @param cpuOvercommit how much CPU the quotas may promise, as a share of the nodes' CPU
 * @param memoryOvercommit the same for memory
 * @param offers what pods may be given beyond restricted-v2
 * @param privileged the only namespaces where pods may be privileged
 */
public record Cluster(
        String ingressDomain,
        Percent cpuOvercommit,
        Percent memoryOvercommit,
        List<NodePool> nodePools,
        Offers offers,
        List<PrivilegedNamespace> privileged) {
    public Cluster {
        requireNonNull(ingressDomain, "ingressDomain is null");
        requireNonNull(cpuOvercommit, "cpuOvercommit is null");
        requireNonNull(memoryOvercommit, "memoryOvercommit is null");
        nodePools = List.copyOf(nodePools);
        requireNonNull(offers, "offers is null");
        privileged = List.copyOf(privileged);
    }

    public Optional<PrivilegedNamespace> privileged(String namespace) {
        return privileged.stream()
                .filter(plugin -> plugin.name().equals(namespace))
                .findFirst();
    }
}
