package facility;

import java.util.List;
import java.util.Optional;

/**
 * The facility's GPUs.
 *
 * @param layouts ways of cutting cards; node pools name one each
 * @param services GPUs outside the cluster; flavours name one each
 */
public record Gpu(List<MigLayout> layouts, List<GpuService> services) {
    public Gpu {
        layouts = List.copyOf(layouts);
        services = List.copyOf(services);
    }

    public Optional<GpuService> service(String name) {
        return services.stream().filter(service -> service.name().equals(name)).findFirst();
    }

    public Optional<MigLayout> layout(String name) {
        return layouts.stream().filter(layout -> layout.name().equals(name)).findFirst();
    }
}
