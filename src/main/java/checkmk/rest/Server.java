package checkmk.rest;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A CheckMK site and who speaks to it.
 *
 * @param url the server, such as {@code https://monitoring.example.org}
 * @param user the automation user
 * @param authority certificates that the server's is verified against; the JDK's own when empty
 * @param timeout for one request
 * @param patience for an activation, its own and others'
 */
public record Server(
        String url,
        String site,
        String user,
        String secret,
        Optional<Path> authority,
        Duration timeout,
        Duration patience) {
    public Server {
        requireNonNull(url, "url is null");
        requireNonNull(site, "site is null");
        requireNonNull(user, "user is null");
        requireNonNull(secret, "secret is null");
        requireNonNull(authority, "authority is null");
        requireNonNull(timeout, "timeout is null");
        requireNonNull(patience, "patience is null");
    }

    URI resolve(String path) {
        return URI.create(url.replaceAll("/+$", "") + "/" + site + "/check_mk/api/1.0" + path);
    }

    /** Without the secret, which would stand in any trace otherwise. */
    @Override
    public String toString() {
        return url + "/" + site + " as " + user;
    }
}
