package facility;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;

/**
 * The GPU cards in each node of a pool.
 *
 * @param layout the name of a layout in {@link Gpu#layouts()}, or {@link MigLayout#ALL_DISABLED}
 * @param timeSlicing how whole cards are shared, if they are
 */
public record GpuCards(GpuCard card, int perNode, String layout, Optional<TimeSlicing> timeSlicing) {
    public GpuCards {
        requireNonNull(card, "card is null");
        requireNonNull(layout, "layout is null");
        requireNonNull(timeSlicing, "timeSlicing is null");
    }

    /** Whether the pool's cards are handed out whole. */
    public boolean whole() {
        return layout.equals(MigLayout.ALL_DISABLED);
    }

    /** What a node offers of cards that are not cut, by the name that flavours and quotas write. */
    public Map<String, Integer> uncut() {
        return timeSlicing
                .map(sliced -> Map.of(sliced.resource(), perNode * sliced.replicas()))
                .orElse(Map.of(GpuResource.WHOLE, perNode));
    }
}
