package lock;

import engine.StateLock;
import java.time.Instant;
import java.util.Objects;

/**
 * That somebody removed another's lock.
 *
 * @param lock as it was
 * @param by who removed it
 * @param at when
 * @param reason why, in their words
 */
public record TakeOver(StateLock lock, String by, Instant at, String reason) {
    public TakeOver {
        Objects.requireNonNull(lock, "lock is null");
        Objects.requireNonNull(by, "by is null");
        Objects.requireNonNull(at, "at is null");
        Objects.requireNonNull(reason, "reason is null");
    }
}
