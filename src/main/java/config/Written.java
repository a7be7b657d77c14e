package config;

import facility.Location;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which values an environment's file set, and where: the other ones are the facility's shared values. */
final class Written {
    private static final String CATALOGUE = "catalogue";

    private final String file;
    private final Map<String, Integer> lines = new TreeMap<>();
    private final Set<String> added = new TreeSet<>();
    private final Set<String> dropped = new TreeSet<>();

    Written(String file) {
        this.file = file;
    }

    void set(String path, int line) {
        lines.putIfAbsent(path, line);
    }

    /** The file added a whole element, so that what it lacks is missing there. */
    void added(String path) {
        added.add(path);
    }

    /** A new element could not be made from what the file says, so that nothing of its name exists. */
    void dropped(String name) {
        dropped.add("\"" + name + "\"");
    }

    /** Whether a value, as messages quote it, is the name of an element that could not be made. */
    boolean wasDropped(String quoted) {
        return dropped.contains(quoted);
    }

    /**
     * The file's line if it wrote the value, a part of it, or the new element that holds it; otherwise the class of the
     * shared values.
     */
    Location locate(String path) {
        if (lines.containsKey(path)) {
            return new Location(file, lines.get(path));
        }
        var within = added.stream().filter(element -> isWithin(path, element)).max(Comparator.naturalOrder());
        if (within.isPresent()) {
            return new Location(file, lines.get(within.get()));
        }
        return lines.entrySet().stream()
                .filter(line -> isWithin(line.getKey(), path))
                .min(Map.Entry.comparingByValue())
                .map(line -> new Location(file, line.getValue()))
                .orElseGet(() -> Location.inClass(sharedClass(path)));
    }

    /** Whether a path is another or lies below it. */
    static boolean isWithin(String path, String other) {
        return path.equals(other) || path.startsWith(other + ".") || path.startsWith(other + "[");
    }

    private static String sharedClass(String path) {
        return isWithin(path, CATALOGUE) ? "facility.FacilityCatalogue" : "facility.SharedFacility";
    }
}
