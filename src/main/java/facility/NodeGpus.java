package facility;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a live node says of its cards.
 *
 * @param layout how they are cut; the operator's own default if it says nothing
 * @param settled whether the MIG manager says that they really are
 * @param sharing the key of the device plugin's file
 * @param offered what it offers, by {@link GpuResource}
 */
public record NodeGpus(
        String node, String layout, boolean settled, Optional<String> sharing, Map<String, Integer> offered) {
    public NodeGpus {
        requireNonNull(node, "node is null");
        requireNonNull(layout, "layout is null");
        requireNonNull(sharing, "sharing is null");
        offered = Collections.unmodifiableMap(new TreeMap<>(offered));
    }
}
