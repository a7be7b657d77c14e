package ledger;

import config.FileFaults;
import config.YamlFile;
import config.YamlNode;
import config.YamlNode.Kind;
import config.YamlNode.Mapping;
import config.YamlNode.Scalar;
import facility.Facility;
import facility.Nearest;
import facility.Problems;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The ledger's form: {@code values} and {@code objects}, each a mapping from what may differ to why. */
final class LedgerFile {
    static final String VALUES = "values";
    static final String OBJECTS = "objects";

    /** A part of the declaration and at least one step into it. */
    private static final Pattern VALUE = Pattern.compile("[a-zA-Z0-9]+((\\.[a-zA-Z0-9]+)|(\\[[^\\[\\]]+\\]))+");

    /** Kind and name of an object, and perhaps a property. */
    private static final Pattern OBJECT = Pattern.compile("[A-Z][A-Za-z0-9]* [^\\s*]+( [^\\s]+)?");

    private static final List<String> PARTS = Arrays.stream(Facility.class.getRecordComponents())
            .map(RecordComponent::getName)
            .filter(name -> !name.equals("environment"))
            .sorted()
            .toList();

    private final FileFaults faults;

    private LedgerFile(FileFaults faults) {
        this.faults = faults;
    }

    /** The ledger, with each fault among the problems. */
    static Optional<Ledger> read(String file, byte[] bytes, Problems problems) {
        return YamlFile.read(file, bytes, problems)
                .map(root -> new LedgerFile(new FileFaults(file, problems)).ledger(root));
    }

    private Ledger ledger(YamlNode root) {
        Mapping parts = mapping(root, "");
        parts.entries().forEach((key, part) -> {
            if (!key.equals(VALUES) && !key.equals(OBJECTS)) {
                unknown(part.line(), key, List.of(VALUES, OBJECTS));
            }
        });
        return new Ledger(entries(parts, VALUES), entries(parts, OBJECTS));
    }

    private List<Entry> entries(Mapping parts, String part) {
        YamlNode node = parts.entries().get(part);
        var entries = new ArrayList<Entry>();
        if (node == null) {
            return entries;
        }
        mapping(node, part).entries().forEach((path, reason) -> {
            boolean told = reason instanceof Scalar scalar
                    && scalar.kind() == Kind.TEXT
                    && !scalar.text().isBlank();
            if (!told) {
                faults.add(
                        reason.line(),
                        path,
                        "has no reason",
                        reason.shown(),
                        "a sentence",
                        "say why it is meant to differ");
            } else if (part.equals(VALUES) ? isValue(path, reason.line()) : isObject(path, reason.line())) {
                entries.add(new Entry(path, ((Scalar) reason).text(), reason.line()));
            }
        });
        return entries;
    }

    private boolean isValue(String path, int line) {
        String part = path.split("[.\\[]", 2)[0];
        if (!PARTS.contains(part)) {
            unknown(line, part, PARTS);
            return false;
        }
        if (!VALUE.matcher(path).matches()) {
            faults.add(
                    line,
                    path,
                    path.equals(part) ? "would let everything of it differ" : "is no path of a value",
                    "\"" + path + "\"",
                    "a path such as hub.host or cluster.nodePools[*].nodes; all below it is meant too",
                    "name the values that are meant");
            return false;
        }
        return true;
    }

    private boolean isObject(String path, int line) {
        if (OBJECT.matcher(path).matches()) {
            return true;
        }
        faults.add(
                line,
                path,
                "is no object",
                "\"" + path + "\"",
                "kind and name, and a property: ConfigMap jupyterhub/hub data.mode",
                "copy it from ./facility differences");
        return false;
    }

    private Mapping mapping(YamlNode node, String path) {
        if (node instanceof Mapping mapping) {
            return mapping;
        }
        faults.add(
                node.line(),
                path,
                "is of the wrong type",
                node.shown(),
                "keys with values below it, or {}",
                "correct it");
        return new Mapping(node.line(), java.util.Map.of());
    }

    private void unknown(int line, String key, List<String> known) {
        String hint = Nearest.hint(key, known);
        faults.add(
                line,
                key,
                "is no known key",
                "\"" + key + "\"",
                "known are " + String.join(", ", known),
                hint.isEmpty() ? "remove it" : hint);
    }
}
