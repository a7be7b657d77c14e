package change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import difference.Leaves;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Keeps the values of secrets out of whatever is shown, wherever they appear: as they are, within a longer text, encoded
 * as base64 or for a URL, escaped for JSON, or a line of a key by itself.
 */
public final class Masks {
    /** What stands in a secret's place. */
    public static final String MASK = "[secret]";

    private final List<String> needles;

    private Masks(Collection<String> needles) {
        this.needles = List.copyOf(needles);
    }

    /** Of secrets by their values; one that is shorter than any secret may be is left out, or it would mask words. */
    public static Masks of(Collection<String> values) {
        var needles = new TreeSet<String>();
        values.forEach(value -> needles.addAll(SecretForms.of(value)));
        return new Masks(needles);
    }

    public static Masks none() {
        return new Masks(List.of());
    }

    /** Where forms overlap, all that any of them covers is masked. */
    public String masked(String text) {
        var covered = new BitSet();
        for (String needle : needles) {
            for (int at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) {
                covered.set(isEscaped(text, at) ? at - 1 : at, at + needle.length());
            }
        }
        if (covered.isEmpty()) {
            return text;
        }
        var masked = new StringBuilder();
        int open = 0;
        for (int start = covered.nextSetBit(0); start >= 0; start = covered.nextSetBit(open)) {
            masked.append(text, open, start).append(MASK);
            open = covered.nextClearBit(start);
        }
        return masked.append(text.substring(open)).toString();
    }

    /** In JSON a backslash that is left alone would take the mask for the rest of its escape. */
    private static boolean isEscaped(String text, int at) {
        int first = at;
        while (first > 0 && text.charAt(first - 1) == '\\') {
            first--;
        }
        return (at - first) % 2 == 1;
    }

    /** A copy, with names of properties masked as well as values. */
    public JsonNode masked(JsonNode node) {
        return Leaves.mapped(
                node,
                this::masked,
                leaf -> leaf.isTextual() ? JsonNodeFactory.instance.textNode(masked(leaf.asText())) : leaf);
    }
}
