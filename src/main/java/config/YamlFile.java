package config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import config.YamlNode.Kind;
import config.YamlNode.Mapping;
import config.YamlNode.Scalar;
import config.YamlNode.Sequence;
import facility.Location;
import facility.Problem;
import facility.Problems;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * Reads a YAML file into located nodes. Stricter than YAML: one document, no duplicate keys, no anchors, because the
 * engine reads the same file and must see the same values.
 */
public final class YamlFile {
    private final String file;
    private final Problems problems;
    private final YAMLParser parser;

    private YamlFile(String file, Problems problems, YAMLParser parser) {
        this.file = file;
        this.problems = problems;
        this.parser = parser;
    }

    /** The document, or nothing and a problem. */
    public static Optional<YamlNode> read(String file, byte[] bytes, Problems problems) {
        var text = Utf8.decoded(file, bytes, problems);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try (var parser = new YAMLFactory().createParser(text.get())) {
            return new YamlFile(file, problems, parser).document();
        } catch (JsonProcessingException broken) {
            problems.add(BrokenYaml.problem(file, broken));
            return Optional.empty();
        } catch (IOException impossible) {
            throw new IllegalStateException("reading from memory failed", impossible);
        }
    }

    private Optional<YamlNode> document() throws IOException {
        if (parser.nextToken() == null) {
            problems.add(fault(1, "", "is empty", "", "at least a line \"config:\"", "restore the file"));
            return Optional.empty();
        }
        var root = node(line(), "");
        if (parser.nextToken() != null) {
            problems.add(fault(line(), "", "holds a second document", "", "one document", "remove the line \"---\""));
        }
        return Optional.of(root);
    }

    private YamlNode node(int line, String path) throws IOException {
        if (parser.isCurrentAlias()) {
            problems.add(fault(
                    line(),
                    path,
                    "is an alias",
                    "*" + parser.getText(),
                    "values written out",
                    "write the value here again"));
        }
        var token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return mapping(line, path);
        }
        if (token == JsonToken.START_ARRAY) {
            return sequence(line, path);
        }
        return new Scalar(line, kind(token), parser.getText());
    }

    private static Kind kind(JsonToken token) {
        if (token.isBoolean()) {
            return Kind.BOOLEAN;
        }
        if (token.isNumeric()) {
            return Kind.NUMBER;
        }
        return token == JsonToken.VALUE_NULL ? Kind.NOTHING : Kind.TEXT;
    }

    private Mapping mapping(int line, String path) throws IOException {
        var entries = new LinkedHashMap<String, YamlNode>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            int keyLine = line();
            String keyPath = path.isEmpty() ? key : path + "." + key;
            parser.nextToken();
            var value = node(keyLine, keyPath);
            var first = entries.putIfAbsent(key, value);
            if (first != null) {
                problems.add(fault(
                        keyLine,
                        keyPath,
                        "is written twice",
                        "\"" + key + "\"",
                        "each key once; the first is in line " + first.line(),
                        "remove one of them"));
            }
        }
        return new Mapping(line, entries);
    }

    private Sequence sequence(int line, String path) throws IOException {
        var items = new ArrayList<YamlNode>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(line(), path + "[" + items.size() + "]"));
        }
        return new Sequence(line, items);
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    private Problem fault(int line, String path, String what, String value, String allowed, String fix) {
        return Problem.of(path, what, value, allowed, fix).at(new Location(file, line));
    }
}
