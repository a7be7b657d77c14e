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
        field.before().ifPresent(value -> lines.add(new FieldLines('-', field.path() + ": " + shown(value))));
        field.after().ifPresent(value -> lines.add(new FieldLines('+', field.path() + ": " + shown(value))));
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

    /** A value on one line; an empty text and a text that looks like another type keep their quotes. */
    static String shown(JsonNode value) {
        if (!value.isTextual()) {
            return cut(clean(value.toString()));
        }
        String text = value.asText();
        if (CHECKSUM.matcher(text).matches()) {
            return text.substring(0, CHECKSUM_SHOWN) + "...";
        }
        boolean ambiguous = text.isEmpty() || text.matches("true|false|null|-?[0-9.]+") || !text.equals(text.strip());
        return cut(clean(ambiguous ? value.toString() : text));
    }

    /** A line break is written as one; other control characters, and those that turn the writing direction, are not. */
    static String clean(String text) {
        return text.replace("\r", "\\r")
                .replace("\n", "\\n")
                .replace("\t", "\\t")
                .replaceAll("[\\p{Cc}\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]", "\ufffd");
    }

    private static String cut(String line) {
        return line.length() <= WIDTH
                ? line
                : line.substring(0, WIDTH) + "... (" + (line.length() - WIDTH) + " more characters)";
    }
}
