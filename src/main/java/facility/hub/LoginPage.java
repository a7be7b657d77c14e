package facility.hub;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What people read before they sign in.
 *
 * @param welcome plain text
 * @param links in this order
 * @param announcement shown on every page of the hub while it is due
 */
public record LoginPage(String welcome, List<Link> links, Optional<Announcement> announcement) {
    public LoginPage {
        requireNonNull(welcome, "welcome is null");
        links = List.copyOf(links);
        requireNonNull(announcement, "announcement is null");
    }
}
