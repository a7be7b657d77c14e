package pin;

import config.FaultyDeclarationException;
import config.YamlFile;
import config.YamlNode;
import facility.Location;
import facility.Problem;
import facility.Problems;
import facility.ReleasePin;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Sets {@code facility:release} in an environment's file as an edit of its text: every other byte stays, comments,
 * quoting and line ends included. A new entry becomes the first of {@code config:}, one that is there keeps its form.
 * What was written is read again; if it were anything but the old values and the pin, the edit is refused.
 */
public final class PinEdit {
    static final String KEY = "facility:release";

    private static final String CONFIG = "config";
    private static final String COMMIT = "commit";
    private static final String DIGEST = "digest";

    private final String file;
    private final YamlText text;
    private final ReleasePin pin;

    private PinEdit(String file, YamlText text, ReleasePin pin) {
        this.file = file;
        this.text = text;
        this.pin = pin;
    }

    /**
     * The file with the pin.
     *
     * @param file its name, as messages have it
     * @param bytes its content; UTF-8, with or without a byte order mark
     * @throws FaultyDeclarationException when it cannot be edited without a doubt, with what is in the way
     */
    public static byte[] of(String file, byte[] bytes, ReleasePin pin) {
        YamlNode before = read(file, bytes);
        byte[] edited = new PinEdit(file, YamlText.of(bytes), pin).edited().getBytes(StandardCharsets.UTF_8);
        YamlNode after = read(file, edited);
        if (!Pinned.of(before, pin).equals(Pinned.values(after))) {
            throw refused(
                    file, 1, CONFIG, "cannot be edited without changing another value", "write it in block style");
        }
        return edited;
    }

    /** The same of a text. */
    public static String of(String file, String text, ReleasePin pin) {
        return new String(of(file, text.getBytes(StandardCharsets.UTF_8), pin), StandardCharsets.UTF_8);
    }

    private static YamlNode read(String file, byte[] bytes) {
        var problems = new Problems();
        var root = YamlFile.read(file, bytes, problems);
        if (!problems.isEmpty()) {
            throw new FaultyDeclarationException(file, problems.sorted());
        }
        return root.orElseThrow();
    }

    private String edited() {
        MappingNode config = block(value(block(text.root(), "the file"), CONFIG), CONFIG);
        for (var entry : config.getValue()) {
            if (isKey(entry.getKeyNode(), KEY)) {
                return changed(entry.getValueNode());
            }
        }
        return inserted(config);
    }

    private String inserted(MappingNode config) {
        Node first = config.getValue().get(0).getKeyNode();
        int line = text.startOfLine(text.start(first));
        String indentation = text.between(line, text.start(first));
        boolean belowConfig = line > 0 && indentation.isBlank() && !indentation.contains("\t");
        if (!belowConfig) {
            throw refused(
                    file,
                    text.line(first),
                    CONFIG,
                    "has its first key in an unusual place",
                    "write it on a line of its own, indented by spaces");
        }
        // Right below "config:", so that the comment above the first key stays with it.
        int place = text.endOfLine(text.start(key(text.root(), CONFIG)));
        String entry = indentation + KEY + ": {" + COMMIT + ": \"" + pin.commit() + "\", " + DIGEST + ": "
                + pin.digest() + "}";
        return text.with(List.of(new YamlText.Change(place, place, text.lineBreakAt(place), entry)));
    }

    private String changed(Node node) {
        if (!(node instanceof MappingNode mapping)
                || mapping.getValue().size() != 2
                || missing(mapping, COMMIT)
                || missing(mapping, DIGEST)) {
            throw refused(
                    file,
                    text.line(node),
                    KEY,
                    "holds something else than commit and digest",
                    "remove the entry; the promotion writes it anew");
        }
        return text.with(List.of(
                text.scalar((ScalarNode) value(mapping, COMMIT), pin.commit()),
                text.scalar((ScalarNode) value(mapping, DIGEST), pin.digest())));
    }

    private static boolean missing(MappingNode mapping, String key) {
        return mapping.getValue().stream()
                .noneMatch(entry -> isKey(entry.getKeyNode(), key)
                        && entry.getValueNode() instanceof ScalarNode scalar
                        && YamlText.isOnOneLine(scalar));
    }

    private MappingNode block(Node node, String path) {
        if (node instanceof MappingNode mapping
                && mapping.getFlowStyle() == FlowStyle.BLOCK
                && !mapping.getValue().isEmpty()) {
            return mapping;
        }
        throw refused(
                file,
                text.line(node),
                path,
                "is no mapping of one key a line",
                "write its keys on lines of their own, without braces");
    }

    private Node value(Node mapping, String key) {
        return ((MappingNode) mapping)
                .getValue().stream()
                        .filter(entry -> isKey(entry.getKeyNode(), key))
                        .map(entry -> entry.getValueNode())
                        .findFirst()
                        .orElseThrow(() -> refused(file, 1, key, "is missing", "add the line \"" + key + ":\""));
    }

    private static Node key(Node mapping, String key) {
        return ((MappingNode) mapping)
                .getValue().stream()
                        .map(entry -> entry.getKeyNode())
                        .filter(node -> isKey(node, key))
                        .findFirst()
                        .orElseThrow();
    }

    private static boolean isKey(Node node, String key) {
        return node instanceof ScalarNode scalar && scalar.getValue().equals(key);
    }

    private static FaultyDeclarationException refused(String file, int line, String path, String what, String fix) {
        var problem =
                Problem.of(path, what, "", "the pin is set by an edit of the text that keeps every other byte", fix);
        return new FaultyDeclarationException(file, List.of(problem.at(new Location(file, line))));
    }
}
