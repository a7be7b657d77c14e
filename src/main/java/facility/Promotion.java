package facility;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How changes reach an environment.
 *
 * @param from the environment on which they ran before; empty for one that is changed directly
 * @param soak how long they ran there, healthy and unchanged, before they may come here
 * @param gates whether each stack waits until the one before it is healthy, behind an announcement and a downtime
 * @param patience how long a gate waits for its stack, and no longer
 * @param window when changes may be made; empty for always
 * @param signedBy Ed25519 public keys, the body of each one's PEM: releases and plans carry a signature of one of them;
 *     empty for no signatures
 */
public record Promotion(
        Optional<Environment> from,
        Duration soak,
        boolean gates,
        Duration patience,
        Optional<MaintenanceWindow> window,
        List<String> signedBy) {
    public Promotion {
        signedBy = List.copyOf(signedBy);
        requireNonNull(from, "from is null");
        requireNonNull(soak, "soak is null");
        requireNonNull(patience, "patience is null");
        requireNonNull(window, "window is null");
    }

    /** The shared values: changed directly, without gates, whenever somebody likes. */
    static Promotion shared() {
        // A day under its users shows what a night's batch jobs and a morning's sign-ins do with a change.
        return new Promotion(
                Optional.empty(), Duration.ofDays(1), false, Duration.ofMinutes(10), Optional.empty(), List.of());
    }
}
