package change;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a change set comes from.
 *
 * @param environment {@code dev} or {@code prod}
 * @param basis what the tree is compared with
 * @param against its name: the cluster's, {@code twin/dev}; a commit's; a state file's
 * @param commit the tree's commit, empty where there is no repository
 * @param dirty whether the tree holds changes that are in no commit
 * @param versions of what took part, by name: {@code facility}, {@code pulumi}, {@code pulumi-kubernetes}
 * @param milliseconds how long it took
 * @param made when, ISO 8601 in UTC
 */
public record Origin(
        String environment,
        Basis basis,
        String against,
        String commit,
        boolean dirty,
        Map<String, String> versions,
        long milliseconds,
        String made) {
    /** What the tree is compared with. */
    public enum Basis {
        /** The engine's state, looked after on the live cluster. */
        CLUSTER,
        /** What another commit declares; no cluster was asked. */
        COMMIT,
        /** The inputs of an exported state; no cluster was asked. */
        STATE;

        /** As JSON writes it. */
        @JsonValue
        public String key() {
            return JsonKey.of(this);
        }
    }

    public Origin {
        requireNonNull(environment, "environment is null");
        requireNonNull(basis, "basis is null");
        requireNonNull(against, "against is null");
        requireNonNull(commit, "commit is null");
        versions = new TreeMap<>(versions);
        requireNonNull(made, "made is null");
    }
}
