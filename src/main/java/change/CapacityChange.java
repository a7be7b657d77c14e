package change;

import facility.Quantity;

/**
 * What quotas promise of a resource, before and after, against what there is.
 *
 * @param key the quota's key: {@code cpu}, {@code gpu[1g.10gb]}, {@code storage[cephfs-homes]}
 * @param unit {@code cores}, {@code bytes}, {@code pods}, {@code slices}
 * @param ceiling the most that may be promised
 */
public record CapacityChange(
        String key, String unit, Quantity before, Quantity after, Quantity available, Quantity ceiling) {
    public boolean changes() {
        return before.compareTo(after) != 0;
    }
}
