package facility;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * The facility's GPUs.
 *
 * @param layouts ways of cutting cards; node pools name one each
 * @param clusterPolicy the GPU operator's settings; empty if the administrators see to them
 * @param services GPUs outside the cluster; flavours name one each
 */
public record Gpu(List<MigLayout> layouts, List<GpuService> services, Optional<ClusterPolicy> clusterPolicy) {
    public Gpu {
        layouts = List.copyOf(layouts);
        services = List.copyOf(services);
        requireNonNull(clusterPolicy, "clusterPolicy is null");
    }

    public Optional<GpuService> service(String name) {
        return services.stream().filter(service -> service.name().equals(name)).findFirst();
    }

    public Optional<MigLayout> layout(String name) {
        return layouts.stream().filter(layout -> layout.name().equals(name)).findFirst();
    }
}
