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
                covered.set(at, at + needle.length());
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

    /** A copy, with names of properties masked as well as values. */
    public JsonNode masked(JsonNode node) {
        return Leaves.mapped(
                node,
                this::masked,
                leaf -> leaf.isTextual() ? JsonNodeFactory.instance.textNode(masked(leaf.asText())) : leaf);
    }
}
