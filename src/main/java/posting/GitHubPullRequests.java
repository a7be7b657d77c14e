package posting;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Pull requests of a GitHub repository, by its REST API. */
final class GitHubPullRequests extends Proposals {
    static final String TOKEN = "GITHUB_TOKEN";

    /** Characters of a body; a byte less is never a character more. */
    static final int LIMIT = 65_536;

    private static final Pattern REPOSITORY = Pattern.compile("[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+");

    private final String path;
    private final String owner;

    private GitHubPullRequests(Connection connection, Patience patience, String repository) {
        super(connection, patience);
        this.path = "/repos/" + repository + "/pulls";
        this.owner = repository.substring(0, repository.indexOf('/'));
    }

    static GitHubPullRequests of(Variables variables, Patience patience) {
        URI api = variables.api("GITHUB_API_URL", "GitHub sets it in every job, https://api.github.com");
        String repository =
                variables.require("GITHUB_REPOSITORY", REPOSITORY, "GitHub sets it in every job, owner/name");
        Token token = variables.token(
                TOKEN, "pass the job's own, env: {GITHUB_TOKEN: ${{ github.token }}}, with pull-requests: write");
        variables.refuseFaulty();
        var connection = Connection.gitHub(
                api,
                token,
                "give the job the permission pull-requests: write, and let Actions open pull requests in the"
                        + " repository's settings");
        return new GitHubPullRequests(connection, patience, repository);
    }

    @Override
    Optional<Open> find(Rest rest, Proposal wanted) {
        JsonNode found = rest.get(path + "?state=open&head=" + encoded(owner + ":" + wanted.branch()) + "&base="
                        + encoded(wanted.target()))
                .body();
        for (JsonNode each : found) {
            if (each.at("/head/ref").asText().equals(wanted.branch())
                    && each.at("/base/ref").asText().equals(wanted.target())) {
                return Optional.of(open(each));
            }
        }
        return Optional.empty();
    }

    @Override
    void edit(Rest rest, Open open, Proposal wanted) {
        rest.change(
                "PATCH", path + "/" + open.number(), Map.of("title", wanted.title(), "body", wanted.fitting(LIMIT)));
    }

    @Override
    Optional<Open> create(Rest rest, Proposal wanted) {
        return rest.create(
                        path,
                        Map.of(
                                "head",
                                wanted.branch(),
                                "base",
                                wanted.target(),
                                "title",
                                wanted.title(),
                                "body",
                                wanted.fitting(LIMIT)))
                .map(answer -> open(answer.body()));
    }

    private static Open open(JsonNode request) {
        return new Open(
                request.path("number").asText(), page(request.path("html_url").asText()));
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8);
    }
}
