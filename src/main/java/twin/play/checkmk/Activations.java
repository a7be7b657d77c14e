package twin.play.checkmk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;

/** What is pending, and the run that makes it live: one at a time, and nobody's changes but one's own unless forced. */
final class Activations {
    private static final String RUNS = "/domain-types/activation_run/";

    private final Site site;
    private final Duration activation;

    Activations(Site site, Duration activation) {
        this.site = site;
        this.activation = activation;
    }

    Reply answer(Request request) {
        if (request.is("GET", RUNS + "collections/pending_changes")) {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            body.set("value", site.pending());
            return Reply.of(200, body);
        }
        if (request.is("POST", RUNS + "actions/activate-changes/invoke")) {
            return activate(request);
        }
        Optional<String> run = request.after("/objects/activation_run/");
        if (run.isPresent() && run.get().endsWith("/actions/wait-for-completion/invoke")) {
            return site.activating() ? Reply.empty(302) : Reply.empty(204);
        }
        return Reply.problem(404, "Not Found", "there is no " + request.path());
    }

    private Reply activate(Request request) {
        if (site.activating()) {
            return Reply.problem(423, "Locked", "There is already an activation running.");
        }
        if (site.pending().isEmpty()) {
            return Reply.problem(422, "Unprocessable Entity", "Currently there are no changes to activate.");
        }
        boolean foreign = false;
        for (JsonNode change : site.pending()) {
            foreign |= !change.path("user_id").asText().equals(request.user());
        }
        if (foreign && !request.body().path("force_foreign_changes").asBoolean()) {
            return Reply.problem(
                    401, "Unauthorized", "There are changes of other users and activation was not forced.");
        }
        int number = site.activate(activation);
        return Reply.of(
                200,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("domainType", "activation_run")
                        .put("id", "run-" + number));
    }
}
