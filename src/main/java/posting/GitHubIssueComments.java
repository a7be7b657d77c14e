package posting;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The comments of a pull request, which GitHub keeps as an issue's. */
final class GitHubIssueComments implements Comments {
    private final Rest rest;
    private final String repository;
    private final String number;
    private final Optional<String> me;

    GitHubIssueComments(Rest rest, String repository, String number, Optional<String> me) {
        this.rest = rest;
        this.repository = repository;
        this.number = number;
        this.me = me;
    }

    @Override
    public List<Comment> find(Marker marker) {
        var ours = new ArrayList<Comment>();
        var pages = new Pages(rest, repository + "/issues/" + number + "/comments");
        while (pages.next()) {
            for (JsonNode comment : pages.items()) {
                if (wrote(comment.path("user"))
                        && marker.begins(comment.path("body").asText())) {
                    ours.add(comment(comment));
                }
            }
        }
        return ours;
    }

    /** A token that no user stands behind writes as a bot, which no person can. */
    private boolean wrote(JsonNode user) {
        return me.map(id -> user.path("id").asText().equals(id))
                .orElse(user.path("type").asText().equals("Bot"));
    }

    @Override
    public Optional<Comment> create(String text) {
        return rest.create(repository + "/issues/" + number + "/comments", Map.of("body", text))
                .map(answer -> comment(answer.body()));
    }

    @Override
    public boolean edit(Comment comment, String text) {
        try {
            rest.change("PATCH", repository + "/issues/comments/" + comment.id(), Map.of("body", text));
            return true;
        } catch (PostingException failure) {
            if (failure.status() == 404) {
                return false;
            }
            throw failure;
        }
    }

    @Override
    public void delete(Comment comment) {
        rest.delete(repository + "/issues/comments/" + comment.id());
    }

    private static Comment comment(JsonNode comment) {
        return new Comment(
                comment.path("id").asText(),
                Optional.of(comment.path("html_url").asText())
                        .filter(url -> url.matches("https?://\\S+"))
                        .map(URI::create));
    }
}
