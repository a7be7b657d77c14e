package stacks.gpu;

import facility.GpuResource;
import java.util.List;

/**
 * What all nodes together offer of a resource, before and after.
 *
 * @param flavours those that ask for it, as {@code collaboration/flavour}
 */
public record SliceChange(String resource, int before, int after, List<String> flavours) {
    public SliceChange {
        flavours = List.copyOf(flavours);
    }

    String line() {
        int more = after - before;
        return "~ " + GpuResource.unit(resource) + " of " + resource + ": " + before + " -> " + after + ", "
                + Math.abs(more) + (more < 0 ? " fewer" : " more") + ", for "
                + (flavours.isEmpty() ? "no offered flavour" : String.join(", ", flavours));
    }
}
