package facility.hub;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The account that {@code health --spawn} starts a server for, and stops it again. Nobody signs in as it.
 *
 * @param user its name at the hub: of no person, and of no group
 * @param environment what it starts, as {@code collaboration/flavour}; empty for the smallest that is offered
 */
public record SpawnCheck(String user, Optional<String> environment) {
    public SpawnCheck {
        requireNonNull(user, "user is null");
        requireNonNull(environment, "environment is null");
    }
}
