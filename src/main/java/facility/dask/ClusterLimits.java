package facility.dask;

import static java.util.Objects.requireNonNull;

import facility.Quantity;
import java.time.Duration;

/**
 * The most that there may be. Dask Gateway limits a cluster; what all clusters take together is the namespace's quota.
 *
 * @param cores of one cluster's scheduler and workers together
 * @param memory the same
 * @param workers of one cluster
 * @param clusters in all, finished ones included until they are cleaned up
 * @param idleTimeout after which a cluster that computes nothing ends
 * @param keepFinished how long a finished cluster's record is kept
 */
public record ClusterLimits(
        int cores, Quantity memory, int workers, int clusters, Duration idleTimeout, Duration keepFinished) {
    public ClusterLimits {
        requireNonNull(memory, "memory is null");
        requireNonNull(idleTimeout, "idleTimeout is null");
        requireNonNull(keepFinished, "keepFinished is null");
    }
}
