package facility;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Where a chart comes from.
 *
 * @param location a folder of this project, a .tgz file, or a repository
 * @param version the exact version; a repository needs one
 * @param digest the archive's {@code sha256:...}; a repository needs one
 */
public record ChartSource(String location, Optional<String> version, Optional<String> digest) {
    public ChartSource {
        requireNonNull(location, "location is null");
        requireNonNull(version, "version is null");
        requireNonNull(digest, "digest is null");
    }

    /** A folder of this project. */
    public static ChartSource folder(String location) {
        return new ChartSource(location, Optional.empty(), Optional.empty());
    }
}
