package engine;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A lock on one engine stack, of a run that goes on or of one that was killed.
 *
 * @param stack its name, {@code dev}
 * @param id the lock's own name, a UUID
 * @param user who started the run
 * @param host where it runs
 * @param process its process id there
 * @param since when it took the lock, whole seconds
 */
public record StateLock(String stack, String id, String user, String host, long process, Instant since) {
    private static final Pattern COUNT = Pattern.compile("currently locked by (\\d+) lock\\(s\\)");

    /** Of the lock's address only its name is taken: a database's address may hold a password. */
    private static final Pattern LINE = Pattern.compile(
            "/\\.pulumi/locks/.*?/([^/?]+)\\.json(?:\\?.*)?: created by (.+)@(\\S+) \\(pid (\\d+)\\) at (\\S+)");

    /**
     * The locks that the engine names where it refuses a stack; empty where it refuses none.
     *
     * @param said all that it printed
     * @throws EngineFailedException when it names them in another way than the pinned engine does
     */
    static List<StateLock> in(String stack, String said) {
        Matcher count = COUNT.matcher(said);
        if (!count.find()) {
            return List.of();
        }
        var locks = new ArrayList<StateLock>();
        said.lines().map(LINE::matcher).filter(Matcher::find).forEach(line -> locks.add(of(stack, line)));
        if (locks.size() != Integer.parseInt(count.group(1))) {
            throw new EngineFailedException("the engine says that " + stack + " is locked " + count.group(1)
                    + " times, and of these " + locks.size() + " can be read: is it the engine of this project?");
        }
        return locks;
    }

    private static StateLock of(String stack, Matcher line) {
        try {
            return new StateLock(
                    stack,
                    line.group(1),
                    line.group(2),
                    line.group(3),
                    Long.parseLong(line.group(4)),
                    OffsetDateTime.parse(line.group(5)).toInstant());
        } catch (DateTimeException unreadable) {
            throw new EngineFailedException("the time of a lock on " + stack + " cannot be read: " + line.group(5));
        }
    }

    /** {@code lock 1111... of ada@runner (process 4242, since 2026-11-24T10:00:00Z)}. */
    public String title() {
        return "lock " + id + " of " + user + "@" + host + " (process " + process + ", since " + since + ")";
    }
}
