package toolchain;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Timer;
import java.util.TimerTask;

/** Says on a stream what is being done and for how long, so that a silent long build is never taken for a hung one. */
public final class Progress {
    private static final Duration REPEAT = Duration.ofSeconds(30);

    private final PrintStream out;

    public Progress(PrintStream out) {
        this.out = out;
    }

    /** Work that may fail with a checked exception. */
    public interface Work<T, E extends Exception> {
        T run() throws E;
    }

    /** Runs the work; prints a line at its start, one each half minute, and one with the time it took. */
    public <T, E extends Exception> T during(String what, Work<T, E> work) throws E {
        var start = Instant.now();
        out.println(what + " ...");
        var timer = new Timer("progress", true);
        timer.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        out.println(what + " ... " + elapsed(start));
                    }
                },
                REPEAT.toMillis(),
                REPEAT.toMillis());
        try {
            T result = work.run();
            out.println(what + ": done in " + elapsed(start));
            return result;
        } finally {
            timer.cancel();
        }
    }

    public static String elapsed(Instant start) {
        long seconds = Duration.between(start, Instant.now()).toSeconds();
        return seconds < 60 ? seconds + "s" : seconds / 60 + "m" + String.format("%02ds", seconds % 60);
    }
}
