package posting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** GitHub's REST API for one pull request: comments, statuses, pages and limits as its documentation has them. */
final class GitHubServer extends HostServer {
    static final String TOKEN = "ghs_TopSecret0123456789";
    static final String OF_A_PERSON = "ghp_TopSecret0123456789";
    static final int ACTIONS_BOT = 41898282;
    static final int PERSON = 7;

    private static final String REPOSITORY = "/repos/lab/declaration";
    private static final int LONGEST = 65_536;

    /** An issue's comment. */
    static final class Comment {
        final int id;
        final int user;
        String body;

        Comment(int id, int user, String body) {
            this.id = id;
            this.user = user;
            this.body = body;
        }

        private Map<String, Object> json() {
            return Map.of(
                    "id",
                    id,
                    "body",
                    body,
                    "html_url",
                    "https://github.com/lab/declaration/pull/11#issuecomment-" + id,
                    "user",
                    Map.of("id", user, "type", user == ACTIONS_BOT ? "Bot" : "User"));
        }
    }

    final List<Comment> comments = new ArrayList<>();
    final Map<String, List<Map<String, String>>> statuses = new LinkedHashMap<>();
    final ProposedState proposed = new ProposedState();
    private int made = 1000;

    GitHubServer() {
        super(onLoopback(), "Authorization");
    }

    Map<String, String> variables() {
        return Map.of(
                "GITHUB_ACTIONS", "true",
                "GITHUB_API_URL", "http://" + authority(),
                "GITHUB_REPOSITORY", "lab/declaration",
                "GITHUB_REF", "refs/pull/11/merge",
                "GITHUB_SHA", "fedcba9876543210fedcba9876543210fedcba98",
                "GITHUB_TOKEN", TOKEN);
    }

    Comment add(int user, String body) {
        made++;
        var comment = new Comment(made, user, body);
        comments.add(comment);
        return comment;
    }

    List<Comment> written() {
        return comments.stream()
                .filter(each -> each.body.startsWith("<!-- facility:review"))
                .toList();
    }

    /** Without an owner before the branch, GitHub filters by nothing. */
    private Reply pulls(Asked request) {
        if (request.method().equals("GET")) {
            var wanted = ProposedState.fields(request.query());
            boolean owned = wanted.get("head").startsWith("lab:");
            return Reply.of(
                    200,
                    proposed.all.stream()
                            .filter(each -> each.open && each.target.equals(wanted.get("base")))
                            .filter(each -> !owned || wanted.get("head").equals("lab:" + each.branch))
                            .map(GitHubServer::json)
                            .toList());
        }
        var body = request.body();
        if (body.path("body").asText().length() > LONGEST) {
            return Reply.message(422, "Validation Failed: body is too long (maximum is 65536 characters)");
        }
        var number = request.is("PATCH", REPOSITORY + "/pulls/([0-9]+)");
        if (number.isPresent()) {
            var found = proposed.numbered(number.get().group(1)).orElseThrow();
            found.title = body.path("title").asText();
            found.text = body.path("body").asText();
            return Reply.of(200, json(found));
        }
        String head = body.path("head").asText();
        String base = body.path("base").asText();
        if (proposed.open(head, base).isPresent()) {
            return Reply.message(422, "Validation Failed: A pull request already exists for lab:" + head + ".");
        }
        if (!proposed.pushed.test(head)) {
            return Reply.message(422, "Validation Failed: head is invalid");
        }
        return Reply.of(
                201,
                json(proposed.add(
                        head,
                        base,
                        body.path("title").asText(),
                        body.path("body").asText())));
    }

    private static Map<String, Object> json(ProposedState.Request request) {
        return Map.of(
                "number",
                request.number,
                "head",
                Map.of("ref", request.branch),
                "base",
                Map.of("ref", request.target),
                "html_url",
                "https://github.com/lab/declaration/pull/" + request.number);
    }

    @Override
    Reply answer(Asked request) {
        int user = request.token().equals("Bearer " + TOKEN)
                ? ACTIONS_BOT
                : request.token().equals("Bearer " + OF_A_PERSON) ? PERSON : 0;
        if (user == 0) {
            return Reply.message(401, "Bad credentials");
        }
        if (request.is("GET", "/user").isPresent()) {
            return user == PERSON
                    ? Reply.of(200, Map.of("id", user, "type", "User"))
                    : Reply.message(403, "Resource not accessible by integration");
        }
        if (request.path().matches(REPOSITORY + "/pulls(/[0-9]+)?")) {
            return pulls(request);
        }
        if (request.is("GET", REPOSITORY + "/issues/11/comments").isPresent()) {
            return page(request);
        }
        String body =
                request.text().isEmpty() ? "" : request.body().path("body").asText();
        if (body.codePointCount(0, body.length()) > LONGEST) {
            return tooLong();
        }
        if (request.is("POST", REPOSITORY + "/issues/11/comments").isPresent()) {
            return Reply.of(201, add(user, body).json());
        }
        var status = request.is("POST", REPOSITORY + "/statuses/([0-9a-f]{40})");
        if (status.isPresent()) {
            return status(request, status.get().group(1));
        }
        return request.is(request.method(), REPOSITORY + "/issues/comments/([0-9]+)")
                .map(found -> comment(request, Integer.parseInt(found.group(1)), body))
                .orElseGet(() -> Reply.message(404, "Not Found"));
    }

    private Reply comment(Asked request, int id, String body) {
        Optional<Comment> found =
                comments.stream().filter(each -> each.id == id).findFirst();
        if (found.isEmpty()) {
            return Reply.message(404, "Not Found");
        }
        if (request.method().equals("DELETE")) {
            comments.remove(found.get());
            return Reply.plain(204, "");
        }
        if (!request.method().equals("PATCH")) {
            return Reply.message(404, "Not Found");
        }
        found.get().body = body;
        return Reply.of(200, found.get().json());
    }

    private static Reply tooLong() {
        return Reply.of(
                422,
                Map.of(
                        "message",
                        "Validation Failed",
                        "errors",
                        List.of(Map.of(
                                "resource",
                                "IssueComment",
                                "field",
                                "data",
                                "message",
                                "Body is too long (maximum is 65536 characters)"))));
    }

    private Reply status(Asked request, String sha) {
        var fields = new LinkedHashMap<String, String>();
        request.body()
                .properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue().asText()));
        if (!List.of("error", "failure", "pending", "success").contains(fields.get("state"))
                || fields.getOrDefault("description", "").length() > 140) {
            return Reply.message(422, "Validation Failed");
        }
        statuses.computeIfAbsent(sha, any -> new ArrayList<>()).add(fields);
        return Reply.of(201, fields);
    }

    private Reply page(Asked request) {
        int size = Math.min(request.number("per_page", 30), 100);
        int page = request.number("page", 1);
        int from = Math.min((page - 1) * size, comments.size());
        int to = Math.min(from + size, comments.size());
        var reply = Reply.of(
                200, comments.subList(from, to).stream().map(Comment::json).toList());
        String here = "<http://" + authority() + request.path() + "?per_page=" + size + "&page=";
        return to < comments.size()
                ? reply.with(
                        "Link",
                        here + (page + 1) + ">; rel=\"next\", " + here + ((comments.size() + size - 1) / size)
                                + ">; rel=\"last\"")
                : reply;
    }
}
