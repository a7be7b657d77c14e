package facility.storage;

import java.util.List;

/**
 * CVMFS by cvmfs-csi: one claim in the hub's namespace for all servers, with a folder in it for each repository. A pod
 * mounts it with mountPropagation HostToContainer: without it a repository that is mounted after the pod's start is an
 * error (ELOOP) in there.
 */
public record Cvmfs(List<CvmfsRepository> repositories) {
    /** The claim, and its storage class. */
    public static final String CLAIM = "cvmfs";

    /** Below it, a folder for each repository. */
    public static final String ROOT = "/cvmfs";

    public Cvmfs {
        repositories = List.copyOf(repositories);
    }
}
