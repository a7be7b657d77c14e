package posting;

import java.time.Duration;
import java.time.Instant;

/** The time that one post has; waits grow with each failure. */
final class Deadline {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Patience patience;
    private final Instant end;
    private int failures;

    Deadline(Patience patience) {
        this.patience = patience;
        this.end = now().plus(patience.total());
    }

    Instant now() {
        return patience.clock().instant();
    }

    /**
     * How many requests have failed, this one included. What succeeds between does not count: a look-up always does, while
     * the comment after it is refused again and again.
     */
    int failed() {
        failures++;
        return failures;
    }

    /** 1, 2, 4 ... 30 seconds. */
    Duration backOff() {
        Duration grown = Duration.ofSeconds(1L << Math.min(failures - 1, 5));
        return grown.compareTo(LONGEST) > 0 ? LONGEST : grown;
    }

    /**
     * Waits, unless the time would be over then.
     *
     * @throws PostingException with the cause, when there is no use in waiting
     */
    void await(Duration time, String cause) {
        if (now().plus(time).isAfter(end)) {
            throw PostingException.hopeless(
                    cause + "; given up after " + failures + (failures == 1 ? " failure" : " failures") + ","
                            + " for the next try is due in " + time.toSeconds() + "s and a post may take "
                            + patience.total().toSeconds() + "s; run the job again later");
        }
        try {
            patience.pause().of(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PostingException.hopeless(cause + "; interrupted while waiting for the next try");
        }
    }
}
