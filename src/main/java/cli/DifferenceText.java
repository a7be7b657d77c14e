package cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.difflib.DiffUtils;
import difference.Difference;
import difference.FieldChange;
import difference.ObjectChange;
import difference.ObjectChange.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A difference between declarations for a terminal: by stack, an object a line, a property a line below it. */
final class DifferenceText {
    /** Longer values are cut: what they are is in the JSON, and in {@code facility objects}. */
    private static final int WIDTH = 100;

    private static final String UNDECLARED = "  (no file declares it)";

    private DifferenceText() {}

    static List<String> of(Difference difference, Set<String> undeclared, String before, String after) {
        var lines = new ArrayList<String>();
        if (difference.none()) {
            lines.add(before + " and " + after + ": no difference in " + difference.compared() + " objects");
            return lines;
        }
        String stack = "";
        for (ObjectChange change : difference.changes()) {
            if (!change.object().stack().equals(stack)) {
                stack = change.object().stack();
                lines.add(stack);
            }
            lines.add("  " + change.operation().sign() + " " + change.object().title()
                    + (change.operation() == Operation.REMOVED
                                    && change.object().isProtected()
                            ? " (protected)"
                            : "")
                    + (undeclared.contains(SameFile.key(change, "")) ? UNDECLARED : ""));
            for (FieldChange field : change.fields()) {
                String mark = SameFile.holds(undeclared, change, field) ? UNDECLARED : "";
                lines(field).forEach(line -> lines.add("      " + line + mark));
            }
        }
        if (!undeclared.isEmpty()) {
            lines.add("marked lines: " + before + " and " + after
                    + " differ there although no file says so; the shared values tell environments apart");
        }
        lines.add(before + " -> " + after + ": " + difference.count(Operation.ADDED) + " added, "
                + difference.count(Operation.CHANGED) + " changed, " + difference.count(Operation.REMOVED)
                + " removed, of " + difference.compared());
        return lines;
    }

    private static List<String> lines(FieldChange field) {
        return isText(field.before()) && isText(field.after()) ? textLines(field) : List.of(line(field));
    }

    private static boolean isText(Optional<JsonNode> value) {
        return value.filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .orElse("")
                .contains("\n");
    }

    /** Of a text, only the lines that differ. */
    private static List<String> textLines(FieldChange field) {
        var patch = DiffUtils.diff(
                field.before().orElseThrow().asText().lines().toList(),
                field.after().orElseThrow().asText().lines().toList());
        var lines = new ArrayList<String>();
        for (var delta : patch.getDeltas()) {
            lines.add(field.path() + ", line " + (delta.getSource().getPosition() + 1) + ":");
            delta.getSource().getLines().forEach(line -> lines.add("  - " + cut(line)));
            delta.getTarget().getLines().forEach(line -> lines.add("  + " + cut(line)));
        }
        return lines;
    }

    private static String line(FieldChange field) {
        return field.path() + ": " + field.before().map(DifferenceText::value).orElse("(none)") + " -> "
                + field.after().map(DifferenceText::value).orElse("(none)");
    }

    private static String value(JsonNode value) {
        String text = value.isTextual() ? value.asText() : value.toString();
        return cut(text.replace("\n", "\\n"));
    }

    private static String cut(String line) {
        return line.length() <= WIDTH ? line : line.substring(0, WIDTH) + "...";
    }
}
