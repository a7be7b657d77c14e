package facility;

import static java.util.Objects.requireNonNull;

/**
 * The GPU cards in each node of a pool.
 *
 * @param layout the name of a layout in {@link Gpu#layouts()}, or {@link MigLayout#ALL_DISABLED}
 */
public record GpuCards(GpuCard card, int perNode, String layout) {
    public GpuCards {
        requireNonNull(card, "card is null");
        requireNonNull(layout, "layout is null");
    }

    /** Whether the pool's cards are handed out whole. */
    public boolean whole() {
        return layout.equals(MigLayout.ALL_DISABLED);
    }
}
