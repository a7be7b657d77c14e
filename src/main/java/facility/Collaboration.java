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

    /** Those that the hub offers. */
    public List<Flavour> offered() {
        return flavours.stream().filter(Flavour::enabled).toList();
    }
}
