package posting;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Merge requests of a GitLab project, by its API v4. */
final class GitLabMergeRequests extends Proposals {
    static final String TOKEN = "GITLAB_TOKEN";

    /** Characters of a description; a byte less is never a character more. */
    static final int LIMIT = 1_048_576;

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private final String path;

    private GitLabMergeRequests(Connection connection, Patience patience, String project) {
        super(connection, patience);
        this.path = "/projects/" + project + "/merge_requests";
    }

    static GitLabMergeRequests of(Variables variables, Patience patience) {
        URI api = variables.api("CI_API_V4_URL", "GitLab sets it in every job, https://gitlab.example.org/api/v4");
        String project = variables.require("CI_PROJECT_ID", NUMBER, "GitLab sets it in every job, a number");
        Token token = variables.token(
                TOKEN,
                "an access token of the project with the scope api and the role Developer; CI_JOB_TOKEN may not");
        var http = Connection.http(Authorities.of(variables, "CI_SERVER_TLS_CA_FILE"));
        variables.refuseFaulty();
        return new GitLabMergeRequests(Connection.gitLab(api, token, http), patience, project);
    }

    @Override
    Optional<Open> find(Rest rest, Proposal wanted) {
        JsonNode found = rest.get(path + "?state=opened&source_branch=" + encoded(wanted.branch()) + "&target_branch="
                        + encoded(wanted.target()))
                .body();
        for (JsonNode each : found) {
            if (each.path("source_branch").asText().equals(wanted.branch())
                    && each.path("target_branch").asText().equals(wanted.target())) {
                return Optional.of(open(each));
            }
        }
        return Optional.empty();
    }

    @Override
    void edit(Rest rest, Open open, Proposal wanted) {
        rest.change("PUT", path + "/" + open.number(), Map.of("title", wanted.title(), "description", text(wanted)));
    }

    @Override
    Optional<Open> create(Rest rest, Proposal wanted) {
        return rest.create(
                        path,
                        Map.of(
                                "source_branch",
                                wanted.branch(),
                                "target_branch",
                                wanted.target(),
                                "title",
                                wanted.title(),
                                "description",
                                text(wanted),
                                "remove_source_branch",
                                true))
                .map(answer -> open(answer.body()));
    }

    private static String text(Proposal wanted) {
        return QuickActions.disarmed(wanted.fitting(LIMIT));
    }

    private static Open open(JsonNode request) {
        return new Open(
                request.path("iid").asText(), page(request.path("web_url").asText()));
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8);
    }
}
