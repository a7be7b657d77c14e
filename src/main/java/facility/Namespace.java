package facility;

import static java.util.Objects.requireNonNull;

/**
 * A namespace of the cluster.
 *
 * @param owner who answers for it: a team, or a person's account
 * @param experiment whose work runs in it; {@code facility} for the facility's own services
 * @param podSecurity {@code restricted} but for a named exception
 */
public record Namespace(
        String name,
        String displayName,
        String owner,
        String experiment,
        Quota quota,
        LimitDefaults limits,
        PodSecurity podSecurity)
        implements Named {
    public Namespace {
        requireNonNull(name, "name is null");
        requireNonNull(displayName, "displayName is null");
        requireNonNull(owner, "owner is null");
        requireNonNull(experiment, "experiment is null");
        requireNonNull(quota, "quota is null");
        requireNonNull(limits, "limits is null");
        requireNonNull(podSecurity, "podSecurity is null");
    }

    /** The same namespace with pods held to another standard. */
    public Namespace withPodSecurity(PodSecurity other) {
        return new Namespace(name, displayName, owner, experiment, quota, limits, other);
    }

    /** The same namespace with another quota. */
    Namespace withQuota(Quota other) {
        return new Namespace(name, displayName, owner, experiment, other, limits, podSecurity);
    }
}
