package posting;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pull request that a run is for.
 *
 * @param head its last commit; {@code GITHUB_SHA} is of a merge that GitHub tries, at which nobody sees a status
 */
record GitHubPullRequest(String number, String head) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern REF = Pattern.compile("refs/pull/([0-9]{1,18})/(merge|head)");
    private static final Pattern SHA = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");

    GitHubPullRequest {
        requireNonNull(number, "number is null");
        requireNonNull(head, "head is null");
    }

    static GitHubPullRequest of(Variables variables) {
        JsonNode event = event(variables);
        JsonNode pull = event.path("pull_request");
        Optional<String> number = Optional.of(pull.path("number").asText())
                .filter(text -> text.matches("[0-9]{1,18}"))
                .or(() -> variables
                        .find("GITHUB_REF")
                        .map(REF::matcher)
                        .filter(Matcher::matches)
                        .map(m -> m.group(1)));
        if (number.isEmpty()) {
            variables.fault("GITHUB_EVENT_PATH, GITHUB_REF: name no pull request; the event's file has"
                    + " pull_request.number, or the ref is refs/pull/NUMBER/merge; run the job on: pull_request");
        }
        String head = Optional.of(pull.path("head").path("sha").asText())
                .filter(sha -> SHA.matcher(sha).matches())
                .orElseGet(() -> variables.require("GITHUB_SHA", SHA, "GitHub sets it in every job, a whole digest"));
        return new GitHubPullRequest(number.orElse(""), head);
    }

    private static JsonNode event(Variables variables) {
        Optional<String> file = variables.find("GITHUB_EVENT_PATH");
        if (file.isEmpty()) {
            return JSON.createObjectNode();
        }
        try {
            return JSON.readTree(Path.of(file.get()).toFile());
        } catch (IOException e) {
            variables.fault("GITHUB_EVENT_PATH: cannot be read as JSON, \"" + file.get()
                    + "\"; GitHub sets it to a file of the job");
            return JSON.createObjectNode();
        }
    }
}
