package posting;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The tests' GitLab, for tests of who has a merge request opened. */
public final class MergeRequestHost implements AutoCloseable {
    public static final String TOKEN = GitLabServer.TOKEN;
    public static final String READ_ONLY = GitLabServer.READ_ONLY;

    private final GitLabServer server = new GitLabServer();

    /** @param pushed whether the repository that it holds has a branch */
    public MergeRequestHost(Predicate<String> pushed) {
        server.proposed.pushed = pushed;
    }

    /** Of a job there. */
    public Map<String, String> variables() {
        return server.variables();
    }

    /** Those that are open, each as {@code branch -> target: title: text}. */
    public List<String> open() {
        return server.proposed.all.stream()
                .filter(each -> each.open)
                .map(each -> each.branch + " -> " + each.target + ": " + each.title + ": " + each.text)
                .toList();
    }

    @Override
    public void close() {
        server.close();
    }
}
