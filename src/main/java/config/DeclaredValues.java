package config;

import facility.Environment;
import facility.Facility;
import facility.Location;
import facility.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an environment declares, value by value, each with its place: before any rule, and without the quotas that follow
 * from flavours, which are no values of anybody's.
 */
public final class DeclaredValues {
    private final Facility facility;
    private final Written written;

    DeclaredValues(Facility facility, Written written) {
        this.facility = facility;
        this.written = written;
    }

    /**
     * Reads {@code Pulumi.<environment>.yaml} of a project.
     *
     * @throws FaultyDeclarationException when a value cannot be read
     */
    public static DeclaredValues read(Path projectFolder, Environment environment) {
        String file = FacilityReader.fileOf(environment);
        var problems = new Problems();
        Optional<DeclaredValues> values = Optional.empty();
        try {
            values =
                    FacilityReader.values(file, Files.readAllBytes(projectFolder.resolve(file)), environment, problems);
        } catch (IOException unreadable) {
            problems.add(file, "cannot be read", "", "a file that may be read", "restore it from git");
        }
        if (!problems.isEmpty()) {
            throw new FaultyDeclarationException(file, problems.sorted());
        }
        return values.orElseThrow();
    }

    /** The values that differ from another environment's, by path; amounts that are equal do not, however written. */
    public List<ValueDifference> differences(DeclaredValues other) {
        return new ValueComparison().of(this, other);
    }

    /** Each single value, as the file would write it, by its path; lists of plain values are left out. */
    public SortedMap<String, String> leaves() {
        var leaves = new TreeMap<String, String>();
        ValueLeaves.of(facility).forEach((path, value) -> leaves.put(path, WrittenForm.of(value)));
        return leaves;
    }

    Facility facility() {
        return facility;
    }

    Written written() {
        return written;
    }

    /**
     * The line that wrote it, or the class of the shared values.
     *
     * @param path as messages write it, {@code namespaces[dask].quota}
     */
    public Location locate(String path) {
        return written.locate(path);
    }
}
