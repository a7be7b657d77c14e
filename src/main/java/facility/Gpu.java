package facility;

import java.util.List;
import java.util.Optional;

/** The facility's ways of cutting GPU cards; node pools name one each. */
public record Gpu(List<MigLayout> layouts) {
    public Gpu {
        layouts = List.copyOf(layouts);
    }

    public Optional<MigLayout> layout(String name) {
        return layouts.stream().filter(layout -> layout.name().equals(name)).findFirst();
    }
}
