package facility.storage;

import static java.util.Objects.requireNonNull;

/**
 * Buckets reached from outside: a Route to the object store's gateway.
 *
 * @param host the Route's host, without scheme
 * @param storageClass the class of kind bucket whose object store it leads to
 */
public record S3Door(String host, String storageClass) {
    public S3Door {
        requireNonNull(host, "host is null");
        requireNonNull(storageClass, "storageClass is null");
    }
}
