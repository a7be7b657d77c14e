package posting;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/** A pull request of GitHub: one comment and the status of its last commit. */
final class GitHubComments implements Host {
    /** Characters of a comment; a byte less is never a character more. */
    static final int LIMIT = 65_536;

    private static final String NEEDS =
            "give the job the permissions pull-requests: write and statuses: write; a fork's pull request gets neither";
    private static final Pattern REPOSITORY = Pattern.compile("[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+");
    private static final CommitStatus STATUS = new CommitStatus("context", "failure", 140);

    private final Connection connection;
    private final Patience patience;
    private final String repository;
    private final GitHubPullRequest request;

    private GitHubComments(Connection connection, Patience patience, String repository, GitHubPullRequest request) {
        this.connection = connection;
        this.patience = patience;
        this.repository = "/repos/" + repository;
        this.request = request;
    }

    static GitHubComments of(Variables variables, Patience patience) {
        URI api = variables.api("GITHUB_API_URL", "GitHub sets it in every job, https://api.github.com");
        String repository =
                variables.require("GITHUB_REPOSITORY", REPOSITORY, "GitHub sets it in every job, owner/name");
        Token token = variables.token(
                "GITHUB_TOKEN",
                "pass the job's own, env: {GITHUB_TOKEN: ${{ github.token }}}, with the permissions pull-requests: write"
                        + " and statuses: write");
        var request = GitHubPullRequest.of(variables);
        variables.refuseFaulty();
        return new GitHubComments(Connection.gitHub(api, token, NEEDS), patience, repository, request);
    }

    @Override
    public String name() {
        return connection.name();
    }

    @Override
    public int limit() {
        return LIMIT;
    }

    @Override
    public Posted post(Review review) {
        var rest = new Rest(connection, patience.begin());
        var said = new Statements();
        String text = said.fitting(review, "GitHub", LIMIT);
        var posted = new AtomicReference<Posted>();
        said.say(() -> posted.set(new GitHubIssueComments(rest, repository, request.number(), me(rest))
                .stick(Marker.ofComment(review), text)));
        said.say(() -> rest.change(
                "POST",
                repository + "/statuses/" + request.head(),
                STATUS.fields(review, Optional.ofNullable(posted.get()).flatMap(Posted::address))));
        return said.orThrow(Optional.ofNullable(posted.get()));
    }

    /** Empty for the token of a job or an app, which no user stands behind: GitHub answers 403 then. */
    private static Optional<String> me(Rest rest) {
        try {
            JsonNode user = rest.get("/user").body();
            return Optional.of(user.path("id").asText());
        } catch (PostingException failure) {
            if (failure.status() == 403) {
                return Optional.empty();
            }
            throw failure;
        }
    }
}
