package facility;

import static java.util.Objects.requireNonNull;

/** The users' homes: a claim each, of this class and size. */
public record Homes(String storageClass, Quantity size) {
    public Homes {
        requireNonNull(storageClass, "storageClass is null");
        requireNonNull(size, "size is null");
    }
}
