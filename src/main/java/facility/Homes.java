package facility;

import static java.util.Objects.requireNonNull;

import facility.storage.SeLinux;

/**
 * The users' homes: a claim each, of this class and size.
 *
 * @param seLinux what a start costs that finds a million files
 */
public record Homes(String storageClass, Quantity size, SeLinux seLinux) {
    public Homes {
        requireNonNull(storageClass, "storageClass is null");
        requireNonNull(size, "size is null");
        requireNonNull(seLinux, "seLinux is null");
    }
}
