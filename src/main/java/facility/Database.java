package facility;

import static java.util.Objects.requireNonNull;

/** The volume under a service's database. */
public record Database(String storageClass, Quantity size) {
    public Database {
        requireNonNull(storageClass, "storageClass is null");
        requireNonNull(size, "size is null");
    }
}
