package health;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * A server that is to be started as a check, and stopped again.
 *
 * @param stack the hub's
 * @param hub where users reach it, with scheme and without a path: {@code https://hub.example.org}
 * @param user the account that it is started for, of nobody's
 * @param profile the collaboration
 * @param environment the flavour
 * @param patience how long it may take to become ready
 */
public record SpawnWish(String stack, String hub, String user, String profile, String environment, Duration patience) {
    public SpawnWish {
        requireNonNull(stack, "stack is null");
        requireNonNull(hub, "hub is null");
        requireNonNull(user, "user is null");
        requireNonNull(profile, "profile is null");
        requireNonNull(environment, "environment is null");
        requireNonNull(patience, "patience is null");
    }

    /** As people read it: {@code spawn of fermi/rescue for facility-health}. */
    public String title() {
        return "spawn of " + profile + "/" + environment + " for " + user;
    }
}
