package report;

import change.CapacityChange;
import facility.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What quotas promise of a resource as a picture, 1000 units wide for the most that may be promised or is.
 *
 * @param before where the promises end now
 * @param after where they end afterwards
 * @param available where what there is ends
 * @param ceiling where the most that may be promised ends
 */
record CapacityBar(
        String key,
        String words,
        boolean changes,
        boolean over,
        int before,
        int after,
        int available,
        int ceiling,
        int least,
        int most) {
    private static final int WIDTH = 1000;

    static CapacityBar of(CapacityChange change) {
        Quantity whole = max(max(change.before(), change.after()), max(change.available(), change.ceiling()));
        int before = part(change.before(), whole);
        int after = part(change.after(), whole);
        String promised = change.changes()
                ? change.before() + " -> " + change.after()
                : change.after().toString();
        return new CapacityBar(
                change.key(),
                promised + " of " + change.available() + " " + change.unit() + ", at most " + change.ceiling(),
                change.changes(),
                change.after().compareTo(change.ceiling()) > 0,
                before,
                after,
                part(change.available(), whole),
                part(change.ceiling(), whole),
                Math.min(before, after),
                Math.max(before, after));
    }

    /** How wide the part is by which the promises grow or shrink. */
    int difference() {
        return most - least;
    }

    boolean grows() {
        return after > before;
    }

    private static Quantity max(Quantity one, Quantity other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static int part(Quantity quantity, Quantity whole) {
        return whole.isZero()
                ? 0
                : quantity.value()
                        .multiply(BigDecimal.valueOf(WIDTH))
                        .divide(whole.value(), 0, RoundingMode.HALF_UP)
                        .intValue();
    }
}
