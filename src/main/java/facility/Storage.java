package facility;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * Ceph, as the facility offers it.
 *
 * @param capacity bytes that all classes share
 */
public record Storage(Quantity capacity, List<StorageClass> classes) {
    public Storage {
        requireNonNull(capacity, "capacity is null");
        classes = List.copyOf(classes);
    }

    public Optional<StorageClass> storageClass(String name) {
        return classes.stream().filter(offered -> offered.name().equals(name)).findFirst();
    }
}
