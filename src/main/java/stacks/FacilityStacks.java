package stacks;

import facility.Facility;
import java.util.List;

/** The wiring: which stacks a facility has, in the order of their dependence. The architecture in one place. */
public final class FacilityStacks {
    private FacilityStacks() {}

    public static List<Stack> of(Facility facility) {
        var namespaces = new NamespacesStack(facility.namespaces());
        var storage = new StorageStack(facility.storage());
        var gpu = new GpuStack(facility.gpu(), facility.cluster().nodePools());
        return List.of(namespaces, storage, gpu);
    }
}
