package images;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;

/**
 * Who signs in at a registry. Its text holds no secret.
 *
 * @param from the file that holds it
 */
record Credential(String user, String password, Path from) {
    Credential {
        requireNonNull(user, "user is null");
        requireNonNull(password, "password is null");
        requireNonNull(from, "from is null");
    }

    /** The value of the header {@code Authorization}. */
    String header() {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "the sign-in of " + from;
    }
}
