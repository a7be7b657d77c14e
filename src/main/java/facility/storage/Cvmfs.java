package facility.storage;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * CVMFS by cvmfs-csi: one claim in the hub's namespace for all servers, with a folder in it for each repository. A pod
 * mounts it with mountPropagation HostToContainer: without it a repository that is mounted after the pod's start is an
 * error (ELOOP) in there.
 *
 * @param driver the driver, if the facility runs it; otherwise the cluster's administrators do
 */
public record Cvmfs(List<CvmfsRepository> repositories, Optional<CvmfsDriver> driver) {
    /** The claim, and its storage class. */
    public static final String CLAIM = "cvmfs";

    /** Below it, a folder for each repository. */
    public static final String ROOT = "/cvmfs";

    public Cvmfs {
        repositories = List.copyOf(repositories);
        requireNonNull(driver, "driver is null");
    }
}
