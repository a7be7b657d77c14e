package config;

import config.YamlNode.Mapping;
import config.YamlNode.Scalar;
import config.YamlNode.Sequence;
import facility.Environment;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** How an exception is written, in whatever file: an entry of a list with all of its keys, and the last day. */
public final class LeaseForm {
    /** The one key that may be left out: then it is for all environments. */
    public static final String ENVIRONMENT = "environment";

    private static final String END = "end";

    private final List<String> needed;
    private final List<String> known;
    private final FileFaults faults;

    /**
     * Of the leases of one file.
     *
     * @param needed the keys that each has, {@code end} among them
     * @param known those and {@link #ENVIRONMENT}, in the order in which a fault names them
     */
    public LeaseForm(List<String> needed, List<String> known, FileFaults faults) {
        this.needed = List.copyOf(needed);
        this.known = List.copyOf(known);
        this.faults = faults;
    }

    /** Each entry of the list with its path; a list that is not there has none. */
    public void entries(YamlNode node, String path, BiConsumer<Mapping, String> entry) {
        if (node instanceof Sequence sequence) {
            for (int i = 0; i < sequence.items().size(); i++) {
                String place = path + "[" + i + "]";
                entry.accept(faults.mapping(sequence.items().get(i), place), place);
            }
        } else if (node != null) {
            faults.add(node.line(), path, "is of the wrong type", node.shown(), "a list of leases", "correct it");
        }
    }

    /** The text of each needed key; empty, and faults, if one is missing. */
    public Optional<Map<String, String>> texts(Mapping written, String path) {
        faults.unknown(written, path, known);
        var texts = new TreeMap<String, String>();
        for (String key : needed) {
            if (written.entries().get(key) instanceof Scalar scalar
                    && !scalar.text().isBlank()) {
                texts.put(key, scalar.text());
            } else {
                faults.add(
                        written.line(),
                        path,
                        "lacks a key",
                        "\"" + key + "\"",
                        "a lease has " + String.join(", ", needed),
                        "write it");
            }
        }
        return texts.size() < needed.size() ? Optional.empty() : Optional.of(texts);
    }

    /** Its last day. */
    public Optional<LocalDate> end(Mapping written, Map<String, String> texts, String path) {
        try {
            return Optional.of(LocalDate.parse(texts.get(END)));
        } catch (DateTimeException noDate) {
            faults.add(
                    written.entries().get(END).line(),
                    path + "." + END,
                    "is no date",
                    "\"" + texts.get(END) + "\"",
                    "the last day, as 2027-03-31",
                    "correct it");
            return Optional.empty();
        }
    }

    /** The environment that it is for; empty for all, and an empty text, which is none, where a fault was found. */
    public Optional<String> environment(Mapping written, String path) {
        YamlNode node = written.entries().get(ENVIRONMENT);
        if (node == null) {
            return Optional.empty();
        }
        if (node instanceof Scalar scalar && Environment.keys().contains(scalar.text())) {
            return Optional.of(scalar.text());
        }
        faults.add(
                node.line(),
                path + "." + ENVIRONMENT,
                "is no environment",
                node.shown(),
                String.join(" or ", Environment.keys()),
                "choose one, or leave it out for all");
        return Optional.of("");
    }
}
