package posting;

import com.sun.net.httpserver.HttpServer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * GitLab's API v4 for one merge request: users, discussions with their notes, statuses; pages, limits and words as its
 * documentation and {@code lib/api/discussions.rb} have them.
 */
final class GitLabServer extends HostServer {
    static final String TOKEN = "glpat-TopSecret-20characters";
    static final String READ_ONLY = "glpat-ReadOnly-20characters";
    static final int BOT = 900;
    static final int PERSON = 7;

    private static final String REQUEST = "/api/v4/projects/5/merge_requests/11";
    private static final String REQUESTS = "/api/v4/projects/5/merge_requests";
    private static final int LONGEST = 1_000_000;

    /** A discussion with its first note. */
    static final class Discussion {
        final String id;
        final int note;
        final int author;
        final boolean individual;
        String body;
        boolean resolved;

        Discussion(int number, int author, boolean individual, String body) {
            this.id = String.format("%040x", number);
            this.note = 1000 + number;
            this.author = author;
            this.individual = individual;
            this.body = body;
        }

        private Map<String, Object> json() {
            return Map.of("id", id, "individual_note", individual, "notes", List.of(noteJson()));
        }

        Map<String, Object> noteJson() {
            var json = new LinkedHashMap<String, Object>();
            json.put("id", note);
            json.put("type", individual ? null : "DiscussionNote");
            json.put("body", body);
            json.put("author", Map.of("id", author, "username", author == BOT ? "project_5_bot" : "person"));
            json.put("system", false);
            json.put("resolvable", !individual);
            if (!individual) {
                json.put("resolved", resolved);
            }
            return json;
        }
    }

    final List<Discussion> discussions = new ArrayList<>();
    final List<Map<String, String>> statuses = new ArrayList<>();
    final ProposedState proposed = new ProposedState();
    private int made;

    GitLabServer() {
        this(onLoopback());
    }

    GitLabServer(HttpServer http) {
        super(http, "PRIVATE-TOKEN");
    }

    Map<String, String> variables() {
        return Map.of(
                "GITLAB_CI", "true",
                "CI_API_V4_URL", "http://" + authority() + "/api/v4",
                "CI_PROJECT_ID", "5",
                "CI_MERGE_REQUEST_IID", "11",
                "CI_MERGE_REQUEST_PROJECT_URL", "https://gitlab.example.org/facility/declaration",
                "CI_COMMIT_SHA", "0123456789abcdef0123456789abcdef01234567",
                "CI_PIPELINE_ID", "77",
                "GITLAB_TOKEN", TOKEN);
    }

    Discussion add(int author, boolean individual, String body) {
        made++;
        var discussion = new Discussion(made, author, individual, body);
        discussions.add(discussion);
        return discussion;
    }

    List<Discussion> written(String markerWord) {
        return discussions.stream()
                .filter(each -> each.author == BOT && each.body.startsWith("<!-- facility:" + markerWord))
                .toList();
    }

    @Override
    Reply answer(Asked request) {
        if (!request.token().equals(TOKEN) && !request.token().equals(READ_ONLY)) {
            return Reply.message(401, "401 Unauthorized");
        }
        if (request.is("GET", "/api/v4/user").isPresent()) {
            return Reply.of(200, Map.of("id", BOT, "username", "project_5_bot"));
        }
        if (request.is("GET", REQUEST + "/discussions").isPresent()) {
            return page(request);
        }
        if (request.is("GET", REQUESTS).isPresent()) {
            var wanted = ProposedState.fields(request.query());
            return Reply.of(
                    200,
                    proposed.open(wanted.get("source_branch"), wanted.get("target_branch")).stream()
                            .map(GitLabServer::json)
                            .toList());
        }
        if (request.path().matches(REQUESTS + "(/[0-9]+)?")) {
            return request.token().equals(READ_ONLY)
                    ? Reply.of(403, Map.of("error", "insufficient_scope", "scope", "api"))
                    : propose(request);
        }
        if (!request.path().startsWith(REQUEST + "/")
                && request.is("POST", "/api/v4/projects/5/statuses/[0-9a-f]{40}")
                        .isEmpty()) {
            return Reply.message(404, "404 Not found");
        }
        if (request.token().equals(READ_ONLY)) {
            return Reply.of(403, Map.of("error", "insufficient_scope", "scope", "api"));
        }
        return write(request);
    }

    /** The words are those of {@code lib/api/merge_requests.rb} and {@code app/models/merge_request.rb}. */
    private Reply propose(Asked request) {
        var body = request.body();
        if (body.path("description").asText().length() > 1_048_576) {
            return Reply.message(400, "{\"description\":[\"is too long (maximum is 1048576 characters)\"]}");
        }
        var number = request.is("PUT", REQUESTS + "/([0-9]+)");
        if (number.isPresent()) {
            var found = proposed.numbered(number.get().group(1));
            found.ifPresent(each -> {
                each.title = body.path("title").asText();
                each.text = body.path("description").asText();
            });
            return found.map(each -> Reply.of(200, json(each)))
                    .orElseGet(() -> Reply.message(404, "404 Merge Request Not Found"));
        }
        String branch = body.path("source_branch").asText();
        String target = body.path("target_branch").asText();
        var open = proposed.open(branch, target);
        if (open.isPresent()) {
            return Reply.message(
                    409, "Another open merge request already exists for this source branch: !" + open.get().number);
        }
        if (!proposed.pushed.test(branch)) {
            return Reply.message(
                    400, "{\"validate_branches\":[\"Source branch \\\"" + branch + "\\\" does not exist\"]}");
        }
        return Reply.of(
                201,
                json(proposed.add(
                        branch,
                        target,
                        body.path("title").asText(),
                        body.path("description").asText())));
    }

    private static Map<String, Object> json(ProposedState.Request request) {
        return Map.of(
                "iid",
                request.number,
                "source_branch",
                request.branch,
                "target_branch",
                request.target,
                "title",
                request.title,
                "web_url",
                "https://gitlab.example.org/facility/declaration/-/merge_requests/" + request.number);
    }

    private Reply write(Asked request) {
        String body =
                request.text().isEmpty() ? "" : request.body().path("body").asText();
        if (body.codePointCount(0, body.length()) > LONGEST) {
            return Reply.message(
                    400, "400 Bad request - Note {:note=>[\"is too long (maximum is 1000000 characters)\"]}");
        }
        if (request.is("POST", REQUEST + "/notes").isPresent()) {
            return Reply.of(201, add(BOT, true, body).noteJson());
        }
        if (request.is("POST", REQUEST + "/discussions").isPresent()) {
            return Reply.of(201, add(BOT, false, body).json());
        }
        if (request.path().startsWith("/api/v4/projects/5/statuses/")) {
            return status(request);
        }
        var note = request.is(request.method(), REQUEST + "/notes/([0-9]+)");
        if (note.isPresent()) {
            return note(request, Integer.parseInt(note.get().group(1)), body);
        }
        var thread = request.is("PUT", REQUEST + "/discussions/([0-9a-f]{40})");
        return thread.map(found ->
                        resolve(found.group(1), request.body().path("resolved").asBoolean()))
                .orElseGet(() -> Reply.message(404, "404 Not found"));
    }

    private Reply note(Asked request, int id, String body) {
        Optional<Discussion> found =
                discussions.stream().filter(each -> each.note == id).findFirst();
        if (found.isEmpty()) {
            return Reply.message(404, "404 Note Not Found");
        }
        if (request.method().equals("DELETE")) {
            discussions.remove(found.get());
            return Reply.plain(204, "");
        }
        found.get().body = body;
        return Reply.of(200, found.get().noteJson());
    }

    private Reply resolve(String id, boolean resolved) {
        var found = discussions.stream().filter(each -> each.id.equals(id)).findFirst();
        if (found.isEmpty() || found.get().individual) {
            return Reply.message(404, "404 Discussion Not Found");
        }
        found.get().resolved = resolved;
        return Reply.of(200, found.get().json());
    }

    private Reply status(Asked request) {
        var fields = new LinkedHashMap<String, String>();
        request.body()
                .properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue().asText()));
        if (!List.of("pending", "running", "success", "failed", "canceled", "skipped")
                .contains(fields.get("state"))) {
            return Reply.message(400, "400 Bad request - state does not have a valid value");
        }
        if (fields.getOrDefault("description", "").length() > 255) {
            return Reply.message(400, "{:description=>[\"is too long (maximum is 255 characters)\"]}");
        }
        statuses.add(fields);
        return Reply.of(201, fields);
    }

    private Reply page(Asked request) {
        int size = Math.min(request.number("per_page", 20), 100);
        int page = request.number("page", 1);
        int from = Math.min((page - 1) * size, discussions.size());
        int to = Math.min(from + size, discussions.size());
        var items = discussions.subList(from, to).stream().map(Discussion::json).toList();
        return Reply.of(200, items)
                .with("X-Page", "" + page)
                .with("X-Per-Page", "" + size)
                .with("X-Next-Page", to < discussions.size() ? "" + (page + 1) : "");
    }
}
