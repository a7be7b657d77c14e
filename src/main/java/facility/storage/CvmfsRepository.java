package facility.storage;

import static java.util.Objects.requireNonNull;

import facility.Named;
import java.util.List;

/**
 * A repository of software below {@code /cvmfs}.
 *
 * @param name its fully qualified name, such as {@code cms.cern.ch}
 * @param groups whose members' servers mount it
 */
public record CvmfsRepository(String name, List<String> groups) implements Named {
    public CvmfsRepository {
        requireNonNull(name, "name is null");
        groups = List.copyOf(groups);
    }
}
