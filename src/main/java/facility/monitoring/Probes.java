package facility.monitoring;

import static java.util.Objects.requireNonNull;

import facility.Image;
import java.time.Duration;
import java.util.Map;

/**
 * Requests as a user sends them, from the prober through the router.
 *
 * @param image the blackbox exporter
 * @param timeout after which a request has failed
 * @param paths what is asked of a declared host, by the path of the declaration that names it; {@code /} for all others
 * @param others further addresses, by name: what the facility does not run but sends its users to
 */
public record Probes(Image image, Duration timeout, Map<String, String> paths, Map<String, String> others) {
    public Probes {
        requireNonNull(image, "image is null");
        requireNonNull(timeout, "timeout is null");
        paths = Map.copyOf(paths);
        others = Map.copyOf(others);
    }
}
