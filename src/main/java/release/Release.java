package release;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an environment ran when a run of it ended well: enough to say whether it runs that still, to make it again, and to
 * bring it to another environment.
 *
 * @param environment {@code dev} or {@code prod}
 * @param number counts an environment's releases from 1
 * @param commit of which it was made: 40 hex digits
 * @param target who the cluster was: {@code twin/dev/<UID of kube-system>}
 * @param digests of everything that is too long to be told
 * @param charts each chart's name and version, to the digest of its files
 * @param images that its objects name, sorted
 * @param imageDigests where a real cluster's images led when it was made, by image; without those that nobody could ask
 *     for, and empty for a twin and for what an older program made
 * @param versions of the programs that took part, by name
 * @param policy what the rules said of it
 * @param health whether it worked
 * @param made when, ISO 8601 in UTC, to the second
 * @param by who: a user's or a pipeline's name
 * @param previous digest of the release before it; empty for the first
 * @param overrides which condition was not kept, to the reason that was given
 * @param promoted where it came from; empty for what was made here
 */
public record Release(
        String environment,
        int number,
        String commit,
        String target,
        Digests digests,
        Map<String, String> charts,
        List<String> images,
        // Left out where empty: a release from before it keeps its digest.
        @JsonInclude(Include.NON_EMPTY) Map<String, String> imageDigests,
        Map<String, String> versions,
        PolicyOutcome policy,
        HealthOutcome health,
        String made,
        String by,
        String previous,
        Map<String, String> overrides,
        Optional<Promoted> promoted) {

    /**
     * Digests, each {@code sha256:<64 hex digits>}.
     *
     * @param rendered of what the declaration comes to, without the values of secrets
     * @param policies of the rules' files and their limits
     * @param state of the engine's state after the run
     */
    public record Digests(String rendered, String policies, String state) {}

    /**
     * What the rules said.
     *
     * @param advice how many findings did not stop the run
     * @param leases exceptions that were in force, each as the rule names it
     */
    public record PolicyOutcome(int advice, List<String> leases) {
        public PolicyOutcome {
            leases = List.copyOf(leases);
        }
    }

    /**
     * Whether it worked.
     *
     * @param healthy false, too, where nothing could be asked
     * @param checked how many objects and answers were looked at
     * @param red what did not work, a line each
     */
    public record HealthOutcome(boolean healthy, int checked, List<String> red) {
        public HealthOutcome {
            red = List.copyOf(red);
        }
    }

    /**
     * The release that was promoted.
     *
     * @param from the environment that ran it
     * @param release its digest
     * @param plan digest of the bound plan that was applied
     */
    public record Promoted(String from, String release, String plan) {}

    public Release {
        requireNonNull(environment, "environment is null");
        requireNonNull(commit, "commit is null");
        requireNonNull(digests, "digests is null");
        charts = new TreeMap<>(charts);
        images = List.copyOf(new TreeSet<>(images));
        imageDigests = new TreeMap<>(imageDigests == null ? Map.of() : imageDigests);
        versions = new TreeMap<>(versions);
        requireNonNull(policy, "policy is null");
        requireNonNull(health, "health is null");
        requireNonNull(previous, "previous is null");
        overrides = new TreeMap<>(overrides);
        requireNonNull(promoted, "promoted is null");
    }

    /** Its digest, by which others name it: of its JSON with sorted keys. */
    public String digest() {
        return Digest.of(ReleaseJson.canonical(this));
    }

    /** How people name it: {@code dev#4}. */
    public String title() {
        return environment + "#" + number;
    }

    /** Whether the same was run at the same place: then there is nothing new to record. */
    public boolean sameAs(Release other) {
        return environment.equals(other.environment)
                && commit.equals(other.commit)
                && target.equals(other.target)
                && digests.equals(other.digests)
                && versions.equals(other.versions)
                && health.healthy() == other.health.healthy()
                && overrides.equals(other.overrides)
                && promoted.equals(other.promoted);
    }
}
