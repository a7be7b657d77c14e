package health;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * What came of a check's server.
 *
 * @param ready how long it took until it answered; empty if it never did
 * @param whole how long all of it took, until the server was gone
 */
public record Spawned(Finding finding, Optional<Duration> ready, Duration whole) {
    public Spawned {
        requireNonNull(finding, "finding is null");
        requireNonNull(ready, "ready is null");
        requireNonNull(whole, "whole is null");
    }

    /** One that was not tried. */
    public static Spawned notAsked(String stack, String what, String reason) {
        return new Spawned(Finding.notAsked(stack, what, reason), Optional.empty(), Duration.ZERO);
    }
}
