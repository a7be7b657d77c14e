package facility;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One of the catalogue's groups of flavours: what a user picks first.
 *
 * @param groups the names of the groups whose members see it
 */
public record Collaboration(String name, String displayName, List<String> groups, List<Flavour> flavours)
        implements Named {
    public Collaboration {
        requireNonNull(name, "name is null");
        requireNonNull(displayName, "displayName is null");
        groups = List.copyOf(groups);
        flavours = List.copyOf(flavours);
    }

    /** The same collaboration, its flavours told where their service with GPUs is, seen from a namespace. */
    Collaboration told(Gpu gpu, String namespace) {
        var told = flavours.stream()
                .map(flavour -> flavour.gpuService()
                        .flatMap(gpu::service)
                        .map(service -> flavour.with(service.variable(), service.endpoint(namespace)))
                        .orElse(flavour))
                .toList();
        return new Collaboration(name, displayName, groups, told);
    }

    /** Those that the hub offers. */
    public List<Flavour> offered() {
        return flavours.stream().filter(Flavour::enabled).toList();
    }
}
