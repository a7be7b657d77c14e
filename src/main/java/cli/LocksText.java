package cli;

import engine.LockHolder;
import engine.StateLock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import lock.LocksJson;
import lock.TakeOver;

/** The locks of an environment for a terminal. */
final class LocksText {
    private LocksText() {}

    /**
     * The lines.
     *
     * @param command the command that shows them, with its target
     */
    static List<String> of(
            String environment,
            String command,
            List<StateLock> locks,
            Function<StateLock, LockHolder> holders,
            Instant now,
            List<TakeOver> taken) {
        var lines = new ArrayList<String>();
        if (locks.isEmpty()) {
            lines.add("nobody holds the state of " + environment);
        }
        for (StateLock lock : locks) {
            lines.add(lock.stack() + " is held by " + lock.user() + "@" + lock.host() + ", process " + lock.process()
                    + ", for " + age(LocksJson.age(lock, now)) + " (since " + lock.since() + "), lock " + lock.id());
            lines.add("    " + advice(lock, holders.apply(lock), command));
        }
        if (!taken.isEmpty()) {
            lines.add("taken over, the newest first:");
        }
        for (int i = taken.size() - 1; i >= 0; i--) {
            TakeOver each = taken.get(i);
            lines.add("  " + each.at() + "  " + each.lock().stack() + "  by " + each.by() + ": " + each.reason());
            lines.add("    it was " + each.lock().title());
        }
        return lines;
    }

    private static String advice(StateLock lock, LockHolder holder, String command) {
        String taking = command + " --take-over " + lock.id() + " --reason WHY";
        return switch (holder) {
            case ALIVE -> "that process is alive on this host: wait for it";
            case ENDED -> "that process has ended on this host: " + taking;
            case ELSEWHERE -> "whether it runs, " + lock.host() + " can say; if it was killed: " + taking;
        };
    }

    /** {@code 3d 4h}, {@code 2h 5m}, {@code 40s}: its two largest units. */
    static String age(Duration age) {
        if (age.toDays() > 0) {
            return age.toDays() + "d " + age.toHoursPart() + "h";
        }
        if (age.toHours() > 0) {
            return age.toHours() + "h " + age.toMinutesPart() + "m";
        }
        return age.toMinutes() > 0 ? age.toMinutes() + "m " + age.toSecondsPart() + "s" : age.toSeconds() + "s";
    }
}
