package facility;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The most that a namespace may ask for.
 *
 * @param cpu cores: of all pods' requests together, and of their limits
 * @param memory bytes: of all pods' requests together, and of their limits
 * @param storage bytes of claims, by storage class
 * @param gpu slices, whole cards and shares of cards, by {@link GpuResource}
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
}
