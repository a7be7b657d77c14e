package posting;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How long a post may wait in all for a host that is busy.
 *
 * @param total from the first request to the last
 * @param pause how waiting is done
 */
record Patience(Duration total, Clock clock, Pause pause) {
    static final Pause SLEEPING = time -> TimeUnit.MILLISECONDS.sleep(time.toMillis());

    /** Lets time pass. */
    interface Pause {
        void of(Duration time) throws InterruptedException;
    }

    Patience {
        requireNonNull(total, "total is null");
        requireNonNull(clock, "clock is null");
        requireNonNull(pause, "pause is null");
    }

    Deadline begin() {
        return new Deadline(this);
    }
}
