package pin;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A YAML document as text, with the place of each of its nodes; places count from 0 in Java's characters. */
final class YamlText {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** What YAML 1.1, and so the parser, ends a line with. */
    private static final String LINE_ENDS = "\n\r\u0085\u2028\u2029";

    private final String mark;
    private final String text;
    private final Node root;

    private YamlText(String mark, String text) {
        this.mark = mark;
        this.text = text;
        this.root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
    }

    /** Of a document that was read without a fault. */
    static YamlText of(byte[] bytes) {
        String all = new String(bytes, StandardCharsets.UTF_8);
        String mark = all.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
        return new YamlText(mark, all.substring(mark.length()));
    }

    /**
     * Text in the place of another.
     *
     * @param before what comes between the text that stays and the new one, such as a line's end
     */
    record Change(int from, int to, String before, String text) {}

    Node root() {
        return root;
    }

    int start(Node node) {
        // The parser counts characters as Unicode does, Java their halves.
        return text.offsetByCodePoints(0, node.getStartMark().getIndex());
    }

    private int end(Node node) {
        return text.offsetByCodePoints(0, node.getEndMark().getIndex());
    }

    /** From 1. */
    int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    int startOfLine(int place) {
        int start = place;
        while (start > 0 && LINE_ENDS.indexOf(text.charAt(start - 1)) < 0) {
            start--;
        }
        return start;
    }

    /** Where the line's end begins. */
    int endOfLine(int place) {
        int end = place;
        while (end < text.length() && LINE_ENDS.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    /** The line's end that begins there, as it is written: one character, or the two of Windows. */
    String lineBreakAt(int place) {
        return text.startsWith("\r\n", place) ? "\r\n" : text.substring(place, place + 1);
    }

    String between(int from, int to) {
        return text.substring(from, to);
    }

    static boolean isOnOneLine(ScalarNode scalar) {
        boolean block = scalar.getScalarStyle() == ScalarStyle.LITERAL || scalar.getScalarStyle() == ScalarStyle.FOLDED;
        return !block && scalar.getStartMark().getLine() == scalar.getEndMark().getLine();
    }

    /** Another value in a scalar's place, in the quotes that are there; digits alone get some. */
    Change scalar(ScalarNode node, String value) {
        boolean same = node.getValue().equals(value) && node.getTag().equals(Tag.STR);
        if (same) {
            return new Change(start(node), end(node), "", between(start(node), end(node)));
        }
        String quote =
                switch (node.getScalarStyle()) {
                    case SINGLE_QUOTED -> "'";
                    case DOUBLE_QUOTED -> "\"";
                    default -> value.contains(":") ? "" : "\"";
                };
        return new Change(start(node), end(node), "", quote + value + quote);
    }

    /** The whole text with changes that do not touch each other. */
    String with(List<Change> changes) {
        var sorted = new ArrayList<>(changes);
        sorted.sort(Comparator.comparingInt(Change::from).reversed());
        var edited = new StringBuilder(text);
        sorted.forEach(change -> edited.replace(change.from(), change.to(), change.before() + change.text()));
        return mark + edited;
    }
}
