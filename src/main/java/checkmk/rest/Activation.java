package checkmk.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes pending changes live, and waits until they are. Runs one at a time; who comes late may find its work done. */
public final class Activation {
    private static final String RUNS = "/domain-types/activation_run";

    private final Client client;
    private long changes;
    private long activated;

    public Activation(Client client) {
        this.client = client;
    }

    /** What the automation user has changed and nobody has activated; others' changes are no concern of ours. */
    public List<String> pending() {
        var texts = new ArrayList<String>();
        for (JsonNode change :
                client.get(RUNS + "/collections/pending_changes").body().path("value")) {
            if (change.path("user_id").asText().equals(client.server().user())) {
                texts.add(change.path("text").asText(change.path("action_name").asText()));
            }
        }
        return List.copyOf(texts);
    }

    /** Notes a change that a later {@link #upTo} has to cover. */
    public synchronized long changed() {
        changes++;
        return changes;
    }

    /** Activates unless another call has done so since the change: many removals at once cost one or two runs. */
    public synchronized void upTo(long change) {
        if (activated < change) {
            run(false);
        }
    }

    /**
     * Activates what is pending.
     *
     * @param foreign whether changes that others made are activated with it
     */
    public synchronized void run(boolean foreign) {
        long covered = changes;
        Instant until = Instant.now().plus(client.server().patience());
        boolean started = false;
        while (!started) {
            started = start(foreign);
            if (!started) {
                waitUntil(until, "another activation is still running");
            }
        }
        activated = covered;
    }

    /** False when another activation runs. */
    private boolean start(boolean foreign) {
        try {
            Answer run = client.change(
                    "POST",
                    RUNS + "/actions/activate-changes/invoke",
                    Optional.of(Map.of("redirect", false, "sites", List.of(), "force_foreign_changes", foreign)),
                    "*");
            await(run.body().path("id").asText());
            return true;
        } catch (RestException failure) {
            return switch (failure.status()) {
                case 422 -> true; // nothing is pending: somebody activated it, or the change changed nothing
                case 423 -> false;
                case 401 -> throw RestException.because(
                        "activation refused: changes of other users are pending on " + client.server()
                                + "; let them activate theirs, or declare that they are activated with ours",
                        401);
                default -> throw failure;
            };
        }
    }

    private void await(String run) {
        if (run.isEmpty()) {
            return;
        }
        Instant until = Instant.now().plus(client.server().patience());
        String path = "/objects/activation_run/" + run + "/actions/wait-for-completion/invoke";
        // 302 says "ask again", 204 that it is done.
        while (client.get(path).status() == 302) {
            waitUntil(until, "the activation " + run + " has not ended");
        }
    }

    private void waitUntil(Instant until, String what) {
        if (Instant.now().isAfter(until)) {
            throw RestException.because(
                    what + " after " + client.server().patience().toSeconds() + "s on " + client.server()
                            + "; run again when it has",
                    423);
        }
        Client.pause(Duration.ofMillis(200));
    }
}
