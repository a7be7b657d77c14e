package lock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import engine.EngineFailedException;
import engine.KeptOutputs;
import engine.StateLock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import target.RefusedException;

/** The record of what was taken over, beside the environment's state. */
public final class TakeOvers {
    /** Older ones are dropped; one a week is 52 a year. */
    static final int KEPT = 200;

    /** Two people that write at once write one after the other; more than this is not two people. */
    private static final int TRIES = 5;

    private final String environment;
    private final KeptOutputs stack;

    public TakeOvers(String environment, KeptOutputs stack) {
        this.environment = environment;
        this.stack = stack;
    }

    /** The name of the engine stack that they are kept in. */
    public static String stackOf(String environment) {
        return "takeovers-" + environment;
    }

    /**
     * All of them, the oldest first.
     *
     * @throws RefusedException when what is kept is no such record
     * @throws EngineFailedException when the backend does not answer
     */
    public List<TakeOver> all() {
        var all = new ArrayList<TakeOver>();
        for (JsonNode each : stack.outputs().path("takeOvers")) {
            try {
                all.add(read(each));
            } catch (DateTimeException unreadable) {
                throw new RefusedException("what is kept in " + stackOf(environment)
                        + " is no record of locks that were taken over (" + unreadable.getMessage()
                        + "); restore that stack from the backend's backup");
            }
        }
        return all;
    }

    /**
     * Adds to them.
     *
     * @throws EngineFailedException when they could not be kept
     */
    public void add(List<TakeOver> more) {
        for (int i = 0; i < TRIES; i++) {
            var all = new ArrayList<>(all());
            all.addAll(more);
            ObjectNode outputs = JsonNodeFactory.instance.objectNode();
            ArrayNode list = outputs.putArray("takeOvers");
            all.subList(Math.max(0, all.size() - KEPT), all.size()).forEach(each -> list.add(write(each)));
            stack.write(outputs);
            if (all().containsAll(more)) {
                return;
            }
        }
        throw new EngineFailedException("what is taken over of " + environment
                + " could not be recorded: others write to " + stackOf(environment) + " at the same time; try again");
    }

    static ObjectNode write(TakeOver each) {
        return LocksJson.lock(each.lock())
                .put("by", each.by())
                .put("at", each.at().toString())
                .put("reason", each.reason());
    }

    private static TakeOver read(JsonNode each) {
        var lock = new StateLock(
                each.path("stack").asText(),
                each.path("id").asText(),
                each.path("user").asText(),
                each.path("host").asText(),
                each.path("process").asLong(),
                Instant.parse(each.path("since").asText()));
        return new TakeOver(
                lock,
                each.path("by").asText(),
                Instant.parse(each.path("at").asText()),
                each.path("reason").asText());
    }
}
