package lock;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import engine.LockHolder;
import engine.StateLock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The locks of an environment as {@code docs/schemas/locks-v1.json} has them. */
public final class LocksJson {
    private static final String SCHEMA = "facility/locks/v1";

    private LocksJson() {}

    /**
     * The document.
     *
     * @param holders what is known of each lock's process
     * @param now from which ages are counted
     * @param taken the oldest first
     */
    public static ObjectNode of(
            String environment,
            String target,
            List<StateLock> locks,
            Function<StateLock, LockHolder> holders,
            Instant now,
            List<TakeOver> taken) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("schema", SCHEMA).put("environment", environment).put("target", target);
        ArrayNode list = document.putArray("locks");
        for (StateLock lock : locks) {
            list.add(lock(lock)
                    .put("ageSeconds", age(lock, now).toSeconds())
                    .put("holder", holders.apply(lock).name().toLowerCase(Locale.ROOT)));
        }
        ArrayNode record = document.putArray("takenOver");
        taken.forEach(each -> record.add(TakeOvers.write(each)));
        return document;
    }

    static ObjectNode lock(StateLock lock) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("stack", lock.stack())
                .put("id", lock.id())
                .put("user", lock.user())
                .put("host", lock.host())
                .put("process", lock.process())
                .put("since", lock.since().toString());
    }

    /** How long it is held; nothing where the holder's clock is ahead of ours. */
    public static Duration age(StateLock lock, Instant now) {
        var age = Duration.between(lock.since(), now);
        return age.isNegative() ? Duration.ZERO : age;
    }
}
