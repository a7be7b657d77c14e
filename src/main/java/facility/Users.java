package facility;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many people a hub is planned for: what capacity is judged by.
 *
 * @param accounts people with a home
 * @param atOnce servers that run at the same time
 * @param gpuAtOnce how many of these hold a slice, a whole card or a share, by {@link GpuResource}
 */
public record Users(int accounts, int atOnce, Map<String, Integer> gpuAtOnce) {
    public Users {
        gpuAtOnce = Collections.unmodifiableMap(new TreeMap<>(gpuAtOnce));
    }

    /** How many hold nothing of a GPU; none where more are planned for GPUs than in all, which a rule names. */
    int withoutGpu() {
        return Math.max(
                0,
                atOnce - gpuAtOnce.values().stream().mapToInt(Integer::intValue).sum());
    }
}
