package facility.storage;

import static java.util.Objects.requireNonNull;

import facility.Named;
import facility.Quantity;

/**
 * A bucket that a service or an experiment gets by a claim; its address and keys lie in a ConfigMap and a Secret of its
 * name.
 *
 * @param namespace where the claim stands
 * @param storageClass a class of kind bucket
 * @param maxSize bytes that the object store lets into it
 * @param maxObjects objects that it lets into it
 */
public record Bucket(String name, String namespace, String storageClass, Quantity maxSize, int maxObjects)
        implements Named {
    public Bucket {
        requireNonNull(name, "name is null");
        requireNonNull(namespace, "namespace is null");
        requireNonNull(storageClass, "storageClass is null");
        requireNonNull(maxSize, "maxSize is null");
    }
}
