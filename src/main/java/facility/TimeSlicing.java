package facility;

/**
 * Whole cards that several pods take turns on. Nothing keeps their memory apart: a pod that takes all of it ends its
 * neighbours.
 *
 * @param replicas how many pods share a card
 * @param renameByDefault whether a share is a {@code nvidia.com/gpu.shared}; if not, it has the name of a whole card
 */
public record TimeSlicing(int replicas, boolean renameByDefault) {
    /** Under which name flavours and quotas ask for a share. */
    public String resource() {
        return renameByDefault ? GpuResource.SHARED : GpuResource.WHOLE;
    }
}
