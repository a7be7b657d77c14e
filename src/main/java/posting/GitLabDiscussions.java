package posting;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The notes of a merge request, each the first of a discussion; a plain note is a discussion of one. */
final class GitLabDiscussions implements Comments {
    private final Rest rest;
    private final GitLabMergeRequest request;
    private final String me;

    GitLabDiscussions(Rest rest, GitLabMergeRequest request, String me) {
        this.rest = rest;
        this.request = request;
        this.me = me;
    }

    /** A thread that can be resolved. */
    record Resolvable(String id, String note, String text, boolean resolved) {}

    @Override
    public List<Comment> find(Marker marker) {
        return ours(marker, discussion -> true).stream()
                .map(discussion -> comment(discussion.path("notes").path(0)))
                .toList();
    }

    List<Resolvable> threads(Marker marker) {
        return ours(marker, discussion -> !discussion.path("individual_note").asBoolean()).stream()
                .map(GitLabDiscussions::thread)
                .toList();
    }

    @Override
    public Optional<Comment> create(String text) {
        return rest.create(request.path() + "/notes", Map.of("body", text)).map(answer -> comment(answer.body()));
    }

    @Override
    public boolean edit(Comment comment, String text) {
        return edit(comment.id(), text);
    }

    boolean edit(String note, String text) {
        try {
            rest.change("PUT", request.path() + "/notes/" + note, Map.of("body", text));
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
        rest.delete(request.path() + "/notes/" + comment.id());
    }

    /** Empty when the answer is lost. */
    Optional<Resolvable> open(String text) {
        return rest.create(request.path() + "/discussions", Map.of("body", text))
                .map(answer -> thread(answer.body()));
    }

    void resolve(Resolvable thread, boolean resolved) {
        rest.change("PUT", request.path() + "/discussions/" + thread.id(), Map.of("resolved", resolved));
    }

    private List<JsonNode> ours(Marker marker, Predicate<JsonNode> which) {
        var ours = new ArrayList<JsonNode>();
        var pages = new Pages(rest, request.path() + "/discussions");
        while (pages.next()) {
            for (JsonNode discussion : pages.items()) {
                JsonNode first = discussion.path("notes").path(0);
                if (first.path("author").path("id").asText().equals(me)
                        && !first.path("system").asBoolean()
                        && marker.begins(first.path("body").asText())
                        && which.test(discussion)) {
                    ours.add(discussion);
                }
            }
        }
        return ours;
    }

    private Comment comment(JsonNode note) {
        String id = note.path("id").asText();
        return new Comment(id, request.address(id));
    }

    private static Resolvable thread(JsonNode discussion) {
        JsonNode first = discussion.path("notes").path(0);
        return new Resolvable(
                discussion.path("id").asText(),
                first.path("id").asText(),
                first.path("body").asText(),
                first.path("resolved").asBoolean());
    }
}
