package facility;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The most that a namespace may ask for.
 *
 * @param cpu cores: of all pods' requests together, and of their limits
 * @param memory bytes: of all pods' requests together, and of their limits
 * @param storage bytes of claims, by storage class
 * @param gpu slices, whole cards and shares of cards, by {@link GpuResource}; what the hub's namespace names no amount
 *     of, and a flavour asks for, is what is left of it
 */
public record Quota(
        Quantity cpu,
        Quantity memory,
        int pods,
        int persistentVolumeClaims,
        Map<String, Quantity> storage,
        Map<String, Integer> gpu) {
    public Quota {
        requireNonNull(cpu, "cpu is null");
        requireNonNull(memory, "memory is null");
        storage = Collections.unmodifiableMap(new TreeMap<>(storage));
        gpu = Collections.unmodifiableMap(new TreeMap<>(gpu));
    }

    /** Each amount by the key that messages name it with: {@code cpu}, {@code gpu[1g.10gb]}. */
    public SortedMap<String, Quantity> amounts() {
        var amounts = new TreeMap<String, Quantity>(Map.of(
                "cpu",
                cpu,
                "memory",
                memory,
                "pods",
                Quantity.of(pods),
                "persistentVolumeClaims",
                Quantity.of(persistentVolumeClaims)));
        storage.forEach((name, bytes) -> amounts.put("storage[" + name + "]", bytes));
        gpu.forEach((profile, count) -> amounts.put("gpu[" + profile + "]", Quantity.of(count)));
        return amounts;
    }

    /** The same with these amounts of what it names no amount of. */
    Quota filled(Map<String, Integer> rest) {
        var more = new TreeMap<>(rest);
        more.putAll(gpu);
        return new Quota(cpu, memory, pods, persistentVolumeClaims, storage, more);
    }
}
