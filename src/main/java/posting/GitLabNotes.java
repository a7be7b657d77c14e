package posting;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/** A merge request of GitLab: one note, a thread to be resolved while there is danger, and the pipeline's status. */
final class GitLabNotes implements Host {
    /** Characters of a note; a byte less is never a character more. */
    static final int LIMIT = 1_000_000;

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final Pattern SHA = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
    private static final CommitStatus STATUS = new CommitStatus("name", "failed", 255);

    private final Connection connection;
    private final Patience patience;
    private final GitLabMergeRequest request;

    private GitLabNotes(Connection connection, Patience patience, GitLabMergeRequest request) {
        this.connection = connection;
        this.patience = patience;
        this.request = request;
    }

    static GitLabNotes of(Variables variables, Patience patience) {
        URI api = variables.api("CI_API_V4_URL", "GitLab sets it in every job, https://gitlab.example.org/api/v4");
        String project = variables.require("CI_PROJECT_ID", NUMBER, "GitLab sets it in every job, a number");
        String target = variables.has("CI_MERGE_REQUEST_PROJECT_ID")
                ? variables.require("CI_MERGE_REQUEST_PROJECT_ID", NUMBER, "GitLab sets it, a number")
                : project;
        String number = variables.require(
                "CI_MERGE_REQUEST_IID",
                NUMBER,
                "GitLab sets it, a number, in pipelines of merge requests; give the job the rule"
                        + " $CI_PIPELINE_SOURCE == \"merge_request_event\"");
        String commit = variables.require("CI_COMMIT_SHA", SHA, "GitLab sets it in every job, a whole digest");
        Optional<String> pipeline =
                variables.find("CI_PIPELINE_ID").filter(id -> NUMBER.matcher(id).matches());
        Token token = variables.token(
                "GITLAB_TOKEN",
                "an access token of the project with the scope api and the role Developer, as a masked variable that"
                        + " merge requests' pipelines get; CI_JOB_TOKEN may only read notes");
        HttpClient http = Connection.http(Authorities.of(variables, "CI_SERVER_TLS_CA_FILE"));
        variables.refuseFaulty();
        Optional<URI> page = variables
                .find("CI_MERGE_REQUEST_PROJECT_URL")
                .filter(url -> url.matches("https?://[^\\s#?]+"))
                .map(url -> URI.create(url + "/-/merge_requests/" + number));
        return new GitLabNotes(
                Connection.gitLab(api, token, http),
                patience,
                new GitLabMergeRequest(target, number, page, project, commit, pipeline));
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
        String text = said.fitting(review.saying(QuickActions.disarmed(review.body())), "GitLab", LIMIT);
        var posted = new AtomicReference<Posted>();
        var me = new AtomicReference<String>();
        said.say(() -> me.set(rest.get("/user").body().path("id").asText()));
        if (me.get() != null) {
            var discussions = new GitLabDiscussions(rest, request, me.get());
            said.say(() -> posted.set(discussions.stick(Marker.ofComment(review), text)));
            said.say(() -> new DangerThread(discussions).settle(review));
        }
        said.say(() -> status(rest, review, Optional.ofNullable(posted.get())));
        return said.orThrow(Optional.ofNullable(posted.get()));
    }

    private void status(Rest rest, Review review, Optional<Posted> posted) {
        var fields = new LinkedHashMap<String, String>(STATUS.fields(review, posted.flatMap(Posted::address)));
        // Without it the status opens a pipeline of its own beside the merge request's.
        request.pipeline().ifPresent(id -> fields.put("pipeline_id", id));
        rest.change("POST", "/projects/" + request.project() + "/statuses/" + request.commit(), fields);
    }
}
