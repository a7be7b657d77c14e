package facility;

import static java.util.Objects.requireNonNull;

/**
 * The GPU operator's settings, an object that the cluster's administrators made; the facility sets in it what its cards
 * need.
 *
 * @param name the object's, of which a cluster has one
 * @param withReboot whether the MIG manager restarts a node whose cards it cannot reset
 */
public record ClusterPolicy(String name, boolean withReboot) {
    public ClusterPolicy {
        requireNonNull(name, "name is null");
    }
}
