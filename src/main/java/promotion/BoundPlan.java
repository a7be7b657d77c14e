package promotion;

import static java.util.Objects.requireNonNull;

import change.ChangeSet;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import release.SignedRelease;

/**
 * What was approved, with everything that it was approved on: what is applied is this, or nothing.
 *
 * @param environment that it changes
 * @param from the environment that ran the release
 * @param release what is promoted
 * @param overrides which condition was not kept, to the reason that was given
 * @param bound what must not have moved
 * @param changes what the preview showed
 * @param engine the engine's own saved plan; its secrets are encrypted by the state's key
 * @param made when, ISO 8601 in UTC
 * @param expires from when it is not applied any more
 * @param by who made it
 */
public record BoundPlan(
        String environment,
        String from,
        SignedRelease release,
        Map<String, String> overrides,
        Bound bound,
        ChangeSet changes,
        JsonNode engine,
        String made,
        String expires,
        String by) {
    /**
     * What the engine's plan does not bind.
     *
     * @param target who the cluster is: its name and the UID of kube-system
     * @param rendered digest of what the release declares for the environment
     * @param policies digest of the rules and their limits
     * @param state digest of the engine's state
     * @param serial how often the state was written: names the state to people
     */
    public record Bound(String target, String rendered, String policies, String state, long serial) {}

    public BoundPlan {
        requireNonNull(environment, "environment is null");
        requireNonNull(from, "from is null");
        requireNonNull(release, "release is null");
        overrides = new TreeMap<>(overrides);
        requireNonNull(bound, "bound is null");
        requireNonNull(changes, "changes is null");
        requireNonNull(engine, "engine is null");
        requireNonNull(made, "made is null");
        requireNonNull(expires, "expires is null");
        requireNonNull(by, "by is null");
    }
}
