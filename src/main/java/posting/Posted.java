package posting;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Optional;

/** Where the comment is now. */
public record Posted(Change change, Optional<URI> address) {
    public enum Change {
        CREATED,
        EDITED
    }

    public Posted {
        requireNonNull(change, "change is null");
        requireNonNull(address, "address is null");
    }
}
