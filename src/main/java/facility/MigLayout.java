package facility;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How one card is cut: a named configuration of the mig-parted file.
 *
 * @param slices how many of each profile one card gives, by profile name; a count of 0 is left out
 */
public record MigLayout(String name, GpuCard card, Map<String, Integer> slices) implements Named {
    /** Cards handed out whole: the operator's own default, known without being declared. */
    public static final String ALL_DISABLED = "all-disabled";

    public MigLayout {
        requireNonNull(name, "name is null");
        requireNonNull(card, "card is null");
        var given = new TreeMap<>(slices);
        given.values().removeIf(count -> count == 0);
        slices = Collections.unmodifiableMap(given);
    }

    /** Whether a card can be cut so; an empty layout is possible, and useless. */
    public boolean possible() {
        return card.holds(slices);
    }

    /** The slices that a node with so many cards offers. */
    public Map<String, Integer> slicesOf(int cards) {
        var all = new TreeMap<String, Integer>();
        slices.forEach((profile, count) -> all.put(profile, count * cards));
        return all;
    }
}
