package facility.binder;

import static java.util.Objects.requireNonNull;

/**
 * Where images go.
 *
 * @param host with a port if it has one
 * @param imagePrefix what every image's name begins with after the host: {@code eaf/binder-}
 */
public record Registry(String host, String imagePrefix) {
    public Registry {
        requireNonNull(host, "host is null");
        requireNonNull(imagePrefix, "imagePrefix is null");
    }

    /** As BinderHub writes it before a repository's own part. */
    public String prefix() {
        return host + "/" + imagePrefix;
    }
}
