package facility.binder;

import static java.util.Objects.requireNonNull;

import facility.Keyed;
import facility.Named;
import java.util.List;

/**
 * A place that repositories come from, and which of them may. Upstream keeps these settings by kind, so each kind can be
 * declared once.
 *
 * @param name as links name it: {@code gh} in {@code /v2/gh/org/repository/HEAD}
 * @param hostname {@code github.com}, or the laboratory's own GitLab
 * @param allowed patterns, from the start of {@code org/repository/ref}: only what one of them meets is built
 * @param banned patterns that are refused even if they are allowed
 * @param higherQuota patterns whose servers count against {@code launches.perRepositoryHigher}
 */
public record RepoProvider(
        String name, Kind kind, String hostname, List<String> allowed, List<String> banned, List<String> higherQuota)
        implements Named {
    public RepoProvider {
        requireNonNull(name, "name is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(hostname, "hostname is null");
        allowed = List.copyOf(allowed);
        banned = List.copyOf(banned);
        higherQuota = List.copyOf(higherQuota);
    }

    /** What BinderHub has a class for that knows branches, tags and commits. */
    public enum Kind implements Keyed {
        GITHUB("github", "GitHubRepoProvider"),
        GITLAB("gitlab", "GitLabRepoProvider");

        private final String key;
        private final String upstreamClass;

        Kind(String key, String upstreamClass) {
            this.key = key;
            this.upstreamClass = upstreamClass;
        }

        @Override
        public String key() {
            return key;
        }

        /** Its class in {@code binderhub.repoproviders}. */
        public String upstreamClass() {
            return upstreamClass;
        }
    }
}
