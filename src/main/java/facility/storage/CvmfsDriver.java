package facility.storage;

import static java.util.Objects.requireNonNull;

import facility.ChartSource;
import facility.Quantity;
import java.util.List;

/**
 * cvmfs-csi where the facility runs it, and not the cluster's administrators.
 *
 * @param chart {@code charts/cvmfs-csi}, or upstream's, which takes the same values
 * @param namespace its own: its pods on the nodes are privileged
 * @param proxies where repositories are fetched through, {@code http://HOST:PORT}; the client shares its requests out
 * @param cache bytes of each node's disk for what was fetched
 */
public record CvmfsDriver(ChartSource chart, String namespace, List<String> proxies, Quantity cache) {
    /** The account of the pods on the nodes, as upstream's chart has it: whoever grants the SCC makes it. */
    public static final String ACCOUNT = "cvmfs-nodeplugin";

    private static final long MEBI = 1L << 20;

    public CvmfsDriver {
        requireNonNull(chart, "chart is null");
        requireNonNull(namespace, "namespace is null");
        proxies = List.copyOf(proxies);
        requireNonNull(cache, "cache is null");
    }

    /** Of the cache, in MiB as CVMFS counts. */
    public int quotaLimit() {
        return cache.value().longValue() <= 0 ? 0 : (int) (cache.value().longValue() / MEBI);
    }
}
