package drift;

import config.YamlFile;
import config.YamlNode;
import config.YamlNode.Mapping;
import config.YamlNode.Scalar;
import config.YamlNode.Sequence;
import facility.Environment;
import facility.Location;
import facility.Nearest;
import facility.Problem;
import facility.Problems;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The form of the leases' file: a list, each entry with all of its keys. */
final class LeaseFile {
    private static final String LEASES = "leases";
    private static final String ENVIRONMENT = "environment";
    private static final List<String> NEEDED = List.of("resource", "field", "owner", "reason", "end");
    private static final List<String> KNOWN = List.of("resource", "field", ENVIRONMENT, "owner", "reason", "end");

    /** One object: a lease for several would hide what nobody has looked at. */
    private static final Pattern RESOURCE = Pattern.compile("[A-Z][A-Za-z0-9]* [^\\s*]+");

    private final String file;
    private final Problems problems;

    private LeaseFile(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    static Optional<List<DriftLease>> read(String file, byte[] bytes, Environment environment, Problems problems) {
        return YamlFile.read(file, bytes, problems)
                .map(root -> new LeaseFile(file, problems).leases(root, environment));
    }

    private List<DriftLease> leases(YamlNode root, Environment environment) {
        var leases = new ArrayList<DriftLease>();
        Mapping parts = mapping(root, "");
        parts.entries().keySet().forEach(key -> unknown(parts, "", key, List.of(LEASES)));
        YamlNode node = parts.entries().get(LEASES);
        if (node instanceof Sequence sequence) {
            for (int i = 0; i < sequence.items().size(); i++) {
                String path = LEASES + "[" + i + "]";
                Mapping written = mapping(sequence.items().get(i), path);
                var lease = lease(written, path);
                if (isFor(written, environment, path)) {
                    lease.ifPresent(leases::add);
                }
            }
        } else if (node != null) {
            add(node.line(), LEASES, "is of the wrong type", node.shown(), "a list of leases", "correct it");
        }
        return leases;
    }

    private boolean isFor(Mapping written, Environment environment, String path) {
        YamlNode node = written.entries().get(ENVIRONMENT);
        if (node == null) {
            return true;
        }
        if (node instanceof Scalar scalar && Environment.keys().contains(scalar.text())) {
            return scalar.text().equals(environment.key());
        }
        add(
                node.line(),
                path + "." + ENVIRONMENT,
                "is no environment",
                node.shown(),
                String.join(" or ", Environment.keys()),
                "choose one, or leave it out for all");
        return false;
    }

    private Optional<DriftLease> lease(Mapping written, String path) {
        written.entries().keySet().forEach(key -> unknown(written, path, key, KNOWN));
        var texts = new TreeMap<String, String>();
        for (String key : NEEDED) {
            if (written.entries().get(key) instanceof Scalar scalar
                    && !scalar.text().isBlank()) {
                texts.put(key, scalar.text());
            } else {
                String needed = "a lease has " + String.join(", ", NEEDED);
                add(written.line(), path, "lacks a key", "\"" + key + "\"", needed, "write it");
            }
        }
        return texts.size() < NEEDED.size() ? Optional.empty() : complete(written, texts, path);
    }

    private Optional<DriftLease> complete(Mapping written, Map<String, String> texts, String path) {
        String resource = texts.get("resource");
        if (!RESOURCE.matcher(resource).matches()) {
            add(
                    written.entries().get("resource").line(),
                    path + ".resource",
                    "is no object",
                    "\"" + resource + "\"",
                    "kind and name of one, such as Deployment jupyterhub/hub",
                    "copy it from ./facility drift");
            return Optional.empty();
        }
        try {
            return Optional.of(new DriftLease(
                    resource,
                    texts.get("field"),
                    texts.get("owner"),
                    texts.get("reason"),
                    LocalDate.parse(texts.get("end")),
                    written.line()));
        } catch (DateTimeException noDate) {
            add(
                    written.entries().get("end").line(),
                    path + ".end",
                    "is no date",
                    "\"" + texts.get("end") + "\"",
                    "the last day, as 2027-03-31",
                    "correct it");
            return Optional.empty();
        }
    }

    private Mapping mapping(YamlNode node, String path) {
        if (node instanceof Mapping mapping) {
            return mapping;
        }
        add(node.line(), path, "is of the wrong type", node.shown(), "keys with values below it", "correct it");
        return new Mapping(node.line(), Map.of());
    }

    private void unknown(Mapping mapping, String path, String key, List<String> known) {
        if (!known.contains(key)) {
            String hint = Nearest.hint(key, known);
            add(
                    mapping.entries().get(key).line(),
                    path,
                    "has an unknown key",
                    "\"" + key + "\"",
                    "known are " + String.join(", ", known),
                    hint.isEmpty() ? "remove it" : hint);
        }
    }

    private void add(int line, String path, String what, String value, String allowed, String fix) {
        problems.add(Problem.of(path, what, value, allowed, fix).at(new Location(file, line)));
    }
}
