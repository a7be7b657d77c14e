package gate;

import health.Finding;
import health.Health;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a gate waits for, told in the engine's log: at night nobody should have to guess whether a run still does
 * something. A line is said when it is another than the last.
 */
public final class Waiting {
    private static final String BEGINNING = "waiting for stack ";

    private final String beginning;
    private final Consumer<String> out;
    private String last = "";

    Waiting(String stack, Duration patience, Consumer<String> out) {
        this.beginning = BEGINNING + stack + ", at most " + patience.toSeconds() + "s: ";
        this.out = out;
    }

    void saw(Health health) {
        if (health.healthy()) {
            return;
        }
        List<Finding> red = health.red();
        Finding first = red.get(0);
        String line = beginning + first.what() + " " + first.reason()
                + (red.size() == 1 ? "" : ", and " + (red.size() - 1) + " more");
        if (!line.equals(last)) {
            out.accept(line);
            last = line;
        }
    }

    /** Whether a line of the engine's log is of a gate which waits. */
    public static boolean isSaidBy(String line) {
        return line.startsWith(BEGINNING);
    }
}
