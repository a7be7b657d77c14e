package facility.storage;

import static java.util.Objects.requireNonNull;

import facility.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * CVMFS by cvmfsexec, in the user's own server: no node plugin, but a user namespace with FUSE in it. The image holds
 * the program and its distribution below {@link #HOME}.
 *
 * @param repositories what is mounted below /cvmfs
 * @param httpProxy where repositories are fetched through, as CVMFS_HTTP_PROXY takes it
 * @param cache bytes of the node's disk for this server alone: no two processes share a cache
 * @param device what FUSE needs
 * @param securityContextConstraints the SCC that lets the seccomp profile through
 * @param seccompProfile the profile that lets mount and unshare through
 */
public record CvmfsExec(
        List<String> repositories,
        String httpProxy,
        Quantity cache,
        String device,
        String securityContextConstraints,
        String seccompProfile) {
    public static final String HOME = "/opt/cvmfsexec";

    /** What is left of it for CVMFS is the 4000 MB that cvmfsexec's own configuration has for a limit. */
    public static final Quantity LEAST = Quantity.parse("5Gi");

    private static final BigDecimal MEBI = new BigDecimal(1024 * 1024);

    /** CVMFS looks at its limit now and then, while the kubelet ends a pod that is above the volume's. */
    private static final BigDecimal KEPT = new BigDecimal("0.8");

    public CvmfsExec {
        repositories = List.copyOf(repositories);
        requireNonNull(httpProxy, "httpProxy is null");
        requireNonNull(cache, "cache is null");
        requireNonNull(device, "device is null");
        requireNonNull(securityContextConstraints, "securityContextConstraints is null");
        requireNonNull(seccompProfile, "seccompProfile is null");
    }

    /** CVMFS_QUOTA_LIMIT, which is in MB. */
    public String quotaLimit() {
        return cache.value().multiply(KEPT).divide(MEBI, 0, RoundingMode.DOWN).toPlainString();
    }
}
