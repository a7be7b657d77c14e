package facility;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One resource: what quotas promise of it, against what there is.
 *
 * @param key the quota's key: {@code cpu}, {@code gpu[1g.10gb]}, {@code storage[cephfs-homes]}
 * @param unit {@code cores}, {@code bytes}, {@code pods}, {@code slices}, {@code GPUs}, {@code shares}
 * @param byNamespace the promises, without the namespaces that have none
 * @param available what there is
 * @param ceiling the most that may be promised, as a share of what there is
 */
public record CapacityRow(
        String key, String unit, Map<String, Quantity> byNamespace, Quantity available, Percent ceiling) {
    public CapacityRow {
        requireNonNull(key, "key is null");
        requireNonNull(unit, "unit is null");
        byNamespace = Collections.unmodifiableMap(new TreeMap<>(byNamespace));
        requireNonNull(available, "available is null");
        requireNonNull(ceiling, "ceiling is null");
    }

    public Quantity promised() {
        return byNamespace.values().stream().reduce(Quantity.ZERO, Quantity::plus);
    }

    /** What may be promised in all. */
    public Quantity most() {
        return ceiling.of(available);
    }

    public boolean fits() {
        return promised().compareTo(most()) <= 0;
    }

    /** Promised over available, to a hundredth and rounded up: what is too much never looks like enough; empty if there is none of it. */
    public Optional<BigDecimal> factor() {
        return available.isZero()
                ? Optional.empty()
                : Optional.of(promised().value().divide(available.value(), 2, RoundingMode.CEILING));
    }
}
