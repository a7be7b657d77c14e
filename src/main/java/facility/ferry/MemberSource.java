package facility.ferry;

import static java.util.Objects.requireNonNull;

import facility.Named;
import java.util.List;

/**
 * Where the members of one group come from: all of these together.
 *
 * @param name the group's
 * @param units FERRY's affiliation units, such as an experiment
 * @param unixGroups FERRY's groups of type UnixGroup
 */
public record MemberSource(String name, List<String> units, List<String> unixGroups) implements Named {
    public MemberSource {
        requireNonNull(name, "name is null");
        units = List.copyOf(units);
        unixGroups = List.copyOf(unixGroups);
    }
}
