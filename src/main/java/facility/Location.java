package facility;

import static java.util.Objects.requireNonNull;

/**
 * Where a value was written.
 *
 * @param source a file of the project, or the class that holds the facility's shared value
 * @param line the line of the file, from 1; 0 for a class
 */
public record Location(String source, int line) {
    public Location {
        requireNonNull(source, "source is null");
    }

    public static Location inClass(String name) {
        return new Location(name, 0);
    }

    public boolean inFile() {
        return line > 0;
    }

    @Override
    public String toString() {
        return inFile() ? source + ":" + line : source;
    }
}
