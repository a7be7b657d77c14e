package facility.checkmk;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/** When a check warns, and when it is critical. */
public record Levels(Duration warn, Duration crit) {
    public Levels {
        requireNonNull(warn, "warn is null");
        requireNonNull(crit, "crit is null");
    }
}
