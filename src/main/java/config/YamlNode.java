package config;

import java.util.List;
import java.util.Map;

/** A value of a YAML file with the line of its key, so that every fault can say where it is. */
public sealed interface YamlNode {
    /** From 1. */
    int line();

    /** As a message shows the value. */
    String shown();

    /** Keys to values, in the file's order. */
    record Mapping(int line, Map<String, YamlNode> entries) implements YamlNode {
        @Override
        public String shown() {
            return "a mapping";
        }
    }

    /** A list. */
    record Sequence(int line, List<YamlNode> items) implements YamlNode {
        @Override
        public String shown() {
            return "a list";
        }
    }

    /** One word, number or text. */
    record Scalar(int line, Kind kind, String text) implements YamlNode {
        @Override
        public String shown() {
            return switch (kind) {
                case TEXT -> "\"" + text + "\"";
                case NUMBER, BOOLEAN -> text;
                case NOTHING -> "nothing";
            };
        }
    }

    /** What YAML takes an unquoted word for. */
    enum Kind {
        TEXT,
        NUMBER,
        BOOLEAN,
        NOTHING
    }
}
