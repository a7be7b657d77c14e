package facility;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How one card is cut: a named configuration of the mig-parted file.
 *
 * @param slices how many of each profile one card gives, by profile name; 0 is the same as absent
 */
public record MigLayout(String name, GpuCard card, Map<String, Integer> slices) implements Named {
    /** Cards handed out whole: the operator's own default, known without being declared. */
    public static final String ALL_DISABLED = "all-disabled";

    public MigLayout {
        requireNonNull(name, "name is null");
        requireNonNull(card, "card is null");
        slices = Collections.unmodifiableMap(new TreeMap<>(slices));
    }

    /** Whether a card can be cut so; an empty layout is possible, and useless. */
    public boolean possible() {
        return card.holds(slices);
    }

    /** The slices that a node with so many cards offers, without those of count 0. */
    public Map<String, Integer> slicesOf(int cards) {
        var all = new TreeMap<String, Integer>();
        slices.forEach((profile, count) -> {
            if (count != 0) {
                all.put(profile, count * cards);
            }
        });
        return all;
    }
}
