package facility;

import static java.util.Objects.requireNonNull;

/** People who see the same part of the catalogue; its members come from the laboratory's registry, never from here. */
public record Group(String name, String displayName) implements Named {
    public Group {
        requireNonNull(name, "name is null");
        requireNonNull(displayName, "displayName is null");
    }
}
