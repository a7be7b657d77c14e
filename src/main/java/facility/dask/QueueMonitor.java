package facility.dask;

import static java.util.Objects.requireNonNull;

import facility.Image;
import java.util.List;

/**
 * What looks into a batch system's queue for workers that wait.
 *
 * @param image one with the batch system's client and Python
 * @param collector the pool's collector, which knows where the access point listens
 * @param networks the networks that both answer from, as CIDR: nothing else is reached
 */
public record QueueMonitor(Image image, String collector, List<String> networks) {
    public QueueMonitor {
        requireNonNull(image, "image is null");
        requireNonNull(collector, "collector is null");
        networks = List.copyOf(networks);
    }
}
