package facility;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.Optional;

/**
 * A fault of the declaration, in a user's words; lower case, without a full stop. A part that has nothing to say is
 * empty.
 *
 * @param path {@code namespaces[dask-gateway].quota.memory}; empty for a fault of a whole file
 * @param what what is wrong
 * @param value the value as it was written
 * @param allowed what is allowed
 * @param fix how to mend it
 */
public record Problem(String path, String what, String value, String allowed, String fix, Optional<Location> location)
        implements Comparable<Problem> {
    private static final Comparator<Problem> BY_PATH =
            Comparator.comparing(Problem::path).thenComparing(Problem::toString);

    public Problem {
        requireNonNull(path, "path is null");
        requireNonNull(what, "what is null");
        requireNonNull(value, "value is null");
        requireNonNull(allowed, "allowed is null");
        requireNonNull(fix, "fix is null");
        requireNonNull(location, "location is null");
    }

    public static Problem of(String path, String what, String value, String allowed, String fix) {
        return new Problem(path, what, value, allowed, fix, Optional.empty());
    }

    public Problem at(Location where) {
        return new Problem(path, what, value, allowed, fix, Optional.of(where));
    }

    @Override
    public int compareTo(Problem other) {
        return BY_PATH.compare(this, other);
    }

    /**
     * {@code Pulumi.dev.yaml:12: path: what, the value; what is allowed; how to mend it}; a shared value's class stands
     * at the end instead, as {@code (facility.SharedFacility)}.
     */
    @Override
    public String toString() {
        var line = new StringBuilder();
        location.filter(Location::inFile).ifPresent(where -> line.append(where).append(": "));
        line.append(path).append(path.isEmpty() ? "" : ": ").append(what);
        append(line, ", ", value);
        append(line, "; ", allowed);
        append(line, "; ", fix);
        location.filter(where -> !where.inFile())
                .ifPresent(where -> line.append(" (").append(where).append(")"));
        return line.toString();
    }

    private static void append(StringBuilder line, String before, String part) {
        if (!part.isEmpty()) {
            line.append(before).append(part);
        }
    }
}
