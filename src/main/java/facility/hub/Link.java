package facility.hub;

import static java.util.Objects.requireNonNull;

import facility.Named;

/**
 * A link of the login page.
 *
 * @param displayName what people read
 * @param url an address, or {@code mailto:}
 */
public record Link(String name, String displayName, String url) implements Named {
    public Link {
        requireNonNull(name, "name is null");
        requireNonNull(displayName, "displayName is null");
        requireNonNull(url, "url is null");
    }
}
