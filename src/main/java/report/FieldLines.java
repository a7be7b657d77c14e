package report;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.difflib.DiffUtils;
import difference.FieldChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A property that differs as lines: {@code - path: before} and {@code + path: after}; of a text of several lines only
 * those that differ. Control characters never reach a reader.
 *
 * @param sign {@code -} or {@code +}, or a blank for a line that only says where
 */
public record FieldLines(char sign, String text) {
    /** Longer values are cut: whole they are in the JSON. */
    static final int WIDTH = 240;

    /** So much of what is the same is shown before the first difference of two long values. */
    private static final int BEFORE_DIFFERENCE = 40;

    /** What fits a line of a terminal. */
    private static final int GLANCE = 120;

    /** A checksum says only that something else changes; its beginning is enough to tell two apart. */
    private static final Pattern CHECKSUM = Pattern.compile("[0-9a-f]{40,}");

    private static final int CHECKSUM_SHOWN = 12;

    static List<FieldLines> of(FieldChange field) {
        if (isText(field.before()) && isText(field.after())) {
            return textLines(field);
        }
        var lines = new ArrayList<FieldLines>();
        String path = clean(field.path()) + ": ";
        int same = sameBeginning(field);
        field.before().ifPresent(value -> lines.add(new FieldLines('-', path + shown(value, same))));
        field.after().ifPresent(value -> lines.add(new FieldLines('+', path + shown(value, same))));
        return lines;
    }

    /** {@code path: before -> after}, where that is read at a glance. */
    static Optional<String> inOne(FieldChange field) {
        if (isText(field.before()) && isText(field.after())) {
            return Optional.empty();
        }
        String line = clean(field.path()) + ": "
                + field.before().map(FieldLines::shown).orElse("(none)") + " -> "
                + field.after().map(FieldLines::shown).orElse("(none)");
        return line.length() <= GLANCE ? Optional.of(line) : Optional.empty();
    }

    private static boolean isText(Optional<JsonNode> value) {
        return value.filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .orElse("")
                .contains("\n");
    }

    private static List<FieldLines> textLines(FieldChange field) {
        var patch = DiffUtils.diff(
                field.before().orElseThrow().asText().lines().toList(),
                field.after().orElseThrow().asText().lines().toList());
        var lines = new ArrayList<FieldLines>();
        for (var delta : patch.getDeltas()) {
            lines.add(new FieldLines(
                    ' ', clean(field.path()) + ", line " + (delta.getSource().getPosition() + 1) + ":"));
            delta.getSource().getLines().forEach(line -> lines.add(new FieldLines('-', cut(clean(line)))));
            delta.getTarget().getLines().forEach(line -> lines.add(new FieldLines('+', cut(clean(line)))));
        }
        return lines;
    }

    /** Of two values that differ only where they would be cut, what is left out of both at their beginning. */
    private static int sameBeginning(FieldChange field) {
        if (field.before().isEmpty() || field.after().isEmpty()) {
            return 0;
        }
        String before = whole(field.before().get());
        String after = whole(field.after().get());
        int same = mismatch(before, after);
        return same < WIDTH - BEFORE_DIFFERENCE || Math.max(before.length(), after.length()) <= WIDTH
                ? 0
                : same - BEFORE_DIFFERENCE;
    }

    private static int mismatch(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        for (int at = 0; at < shorter; at++) {
            if (one.charAt(at) != other.charAt(at)) {
                return at;
            }
        }
        return shorter;
    }

    private static String shown(JsonNode value, int from) {
        if (from == 0) {
            return shown(value);
        }
        String whole = whole(value);
        return "(" + from + " characters that are the same) ..." + cut(whole.substring(Math.min(from, whole.length())));
    }

    /** A value on one line; an empty text and a text that looks like another type keep their quotes. */
    static String shown(JsonNode value) {
        String text = value.asText();
        return value.isTextual() && CHECKSUM.matcher(text).matches()
                ? text.substring(0, CHECKSUM_SHOWN) + "..."
                : cut(whole(value));
    }

    /** On one line, however long. */
    static String whole(JsonNode value) {
        if (!value.isTextual()) {
            return clean(value.toString());
        }
        String text = value.asText();
        boolean ambiguous = text.isEmpty() || text.matches("true|false|null|-?[0-9.]+") || !text.equals(text.strip());
        return clean(ambiguous ? value.toString() : text);
    }

    /** A line break is written as one; other control characters, and those that nobody sees, are not. */
    static String clean(String text) {
        return text.replace("\r", "\\r")
                .replace("\n", "\\n")
                .replace("\t", "\\t")
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", "\ufffd");
    }

    /** Several lines, each of them clean. */
    static List<String> cleanLines(String text) {
        return text.lines().map(FieldLines::clean).toList();
    }

    static String cut(String line) {
        return cut(line, WIDTH);
    }

    static String cut(String line, int width) {
        if (line.length() <= width) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(width - 1)) ? width - 1 : width;
        return line.substring(0, end) + "... (" + (line.length() - end) + " more characters)";
    }
}
