package facility;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The OKD cluster that the facility runs on.
 *
 * @param ingressDomain the domain under which the router serves a host that a Route does not name
 * @param cpuOvercommit how much CPU the quotas may promise, as a share of the nodes' CPU
 * @param memoryOvercommit the same for memory
 */
public record Cluster(String ingressDomain, Percent cpuOvercommit, Percent memoryOvercommit, List<NodePool> nodePools) {
    public Cluster {
        requireNonNull(ingressDomain, "ingressDomain is null");
        requireNonNull(cpuOvercommit, "cpuOvercommit is null");
        requireNonNull(memoryOvercommit, "memoryOvercommit is null");
        nodePools = List.copyOf(nodePools);
    }
}
