package facility;

import java.util.Optional;

/**
 * What a pod can ask for of GPUs, by the name that flavours and quotas write: a MIG profile, {@code gpu} for a whole
 * card, {@code gpu.shared} for a share of one.
 */
public final class GpuResource {
    public static final String WHOLE = "gpu";

    /** As the device plugin renames what it replicates. */
    public static final String SHARED = "gpu.shared";

    private static final String VENDOR = "nvidia.com/";

    private GpuResource() {}

    /** The extended resource that nodes offer. */
    public static String resourceName(String name) {
        return isMig(name) ? MigProfile.resourceName(name) : VENDOR + name;
    }

    /** The name of an extended resource; empty if it is none of GPUs. */
    public static Optional<String> nameOf(String resource) {
        if (resource.equals(VENDOR + WHOLE) || resource.equals(VENDOR + SHARED)) {
            return Optional.of(resource.substring(VENDOR.length()));
        }
        return MigProfile.nameOf(resource);
    }

    /** What it is counted in. */
    public static String unit(String name) {
        return isMig(name) ? "slices" : name.equals(WHOLE) ? "GPUs" : "shares";
    }

    private static boolean isMig(String name) {
        return !name.equals(WHOLE) && !name.equals(SHARED);
    }
}
