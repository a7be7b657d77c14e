package facility.binder;

import static java.util.Objects.requireNonNull;

import facility.Image;
import facility.Keyed;
import facility.Quantity;
import java.time.Duration;
import java.util.Optional;

/**
 * How repositories become images. Neither way has a privileged pod of the facility's, nor a socket of a node.
 *
 * @param use the way in force; the other may be declared beside it, so that changing over is this one word
 * @param namespace where builds run, and nothing else
 * @param cpu of one build
 * @param memory of one build
 * @param timeout after which a build is ended
 * @param concurrent how many builds may run at once
 */
public record Builds(
        Way use,
        String namespace,
        Quantity cpu,
        Quantity memory,
        Duration timeout,
        int concurrent,
        Optional<OpenShiftBuild> openshiftBuild,
        Optional<Rootless> rootless,
        Egress egress) {
    public Builds {
        requireNonNull(use, "use is null");
        requireNonNull(namespace, "namespace is null");
        requireNonNull(cpu, "cpu is null");
        requireNonNull(memory, "memory is null");
        requireNonNull(timeout, "timeout is null");
        requireNonNull(openshiftBuild, "openshiftBuild is null");
        requireNonNull(rootless, "rootless is null");
        requireNonNull(egress, "egress is null");
    }

    /** Who builds. */
    public enum Way implements Keyed {
        /** The cluster's own build system, from the repository's Dockerfile. */
        OPENSHIFT_BUILD("openshiftBuild"),
        /** repo2docker with podman, in a user namespace of its pod's own. */
        ROOTLESS("rootless");

        private final String key;

        Way(String key) {
            this.key = key;
        }

        @Override
        public String key() {
            return key;
        }
    }

    /**
     * A Build with the Docker strategy.
     *
     * @param dockerfile its path in the repository; a repository without it is not built
     */
    public record OpenShiftBuild(String dockerfile) {}

    /**
     * A pod that may have a user namespace, and two capabilities inside of it.
     *
     * @param image with repo2docker, repo2podman and podman, whose user 1000 has a range of subordinate ids
     * @param securityContextConstraints the name of the SCC that is made for it, and that its account alone may use
     * @param storage what a build may write before its image is pushed
     */
    public record Rootless(Image image, String securityContextConstraints, Quantity storage) {}
}
