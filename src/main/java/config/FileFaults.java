package config;

import config.YamlNode.Mapping;
import facility.Location;
import facility.Nearest;
import facility.Problem;
import facility.Problems;
import java.util.List;
import java.util.Map;

/** Faults of a file, each with its line. */
public final class FileFaults {
    private final String file;
    private final Problems problems;

    /** They go to the problems, beside those of other files. */
    public FileFaults(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** One, as {@code path: what, value; allowed; fix}. */
    public void add(int line, String path, String what, String value, String allowed, String fix) {
        problems.add(Problem.of(path, what, value, allowed, fix).at(new Location(file, line)));
    }

    /** The node's keys; none, and a fault, if it has none to have. */
    public Mapping mapping(YamlNode node, String path) {
        if (node instanceof Mapping mapping) {
            return mapping;
        }
        add(node.line(), path, "is of the wrong type", node.shown(), "keys with values below it", "correct it");
        return new Mapping(node.line(), Map.of());
    }

    /** One for each key of a mapping that is none of the known, with the nearest that is. */
    public void unknown(Mapping mapping, String path, List<String> known) {
        mapping.entries().forEach((key, value) -> {
            if (!known.contains(key)) {
                String hint = Nearest.hint(key, known);
                add(
                        value.line(),
                        path,
                        "has an unknown key",
                        "\"" + key + "\"",
                        "known are " + String.join(", ", known),
                        hint.isEmpty() ? "remove it" : hint);
            }
        });
    }
}
