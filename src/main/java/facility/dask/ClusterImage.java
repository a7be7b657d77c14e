package facility.dask;

import static java.util.Objects.requireNonNull;

import facility.Image;
import facility.Named;

/** An image that clusters may run in: scheduler and workers share it, so that their versions agree. */
public record ClusterImage(String name, Image image) implements Named {
    public ClusterImage {
        requireNonNull(name, "name is null");
        requireNonNull(image, "image is null");
    }
}
