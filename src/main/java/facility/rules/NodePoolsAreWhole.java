package facility.rules;

import facility.Facility;
import facility.GpuCards;
import facility.MigLayout;
import facility.Named;
import facility.Nearest;
import facility.NodePool;
import facility.Problems;
import facility.Quantity;
import java.util.Optional;

/** A pool has nodes with something in them, and its cards are cut by a declared layout of their own. */
final class NodePoolsAreWhole implements Rule {
    /** What one chassis takes: sixteen cards are the most that NVIDIA's own HGX boards carry. */
    private static final int MOST_CARDS = 16;

    @Override
    public void check(Facility facility, Problems problems) {
        for (NodePool pool : facility.cluster().nodePools()) {
            String path = "cluster.nodePools[" + pool.name() + "]";
            if (pool.nodes() < 0) {
                problems.add(path + ".nodes", "is negative", "" + pool.nodes(), "a count from 0", "correct the count");
            }
            positive(path + ".cpu", pool.cpu(), problems);
            positive(path + ".memory", pool.memory(), problems);
            if (pool.pods() < 1) {
                problems.add(path + ".pods", "is too small", "" + pool.pods(), "at least 1", "correct the count");
            }
            pool.gpu().ifPresent(cards -> cards(facility, cards, path + ".gpu", problems));
        }
    }

    private static void positive(String path, Quantity quantity, Problems problems) {
        if (quantity.isZero() || quantity.isNegative()) {
            problems.add(path, "is no amount", quantity.toString(), "more than 0", "write what one node has");
        }
    }

    private static void cards(Facility facility, GpuCards cards, String path, Problems problems) {
        if (cards.perNode() < 1 || cards.perNode() > MOST_CARDS) {
            problems.add(
                    path + ".perNode",
                    "is no number of cards",
                    "" + cards.perNode(),
                    "from 1 to " + MOST_CARDS,
                    "correct the count, or set gpu to null if the pool has none");
        }
        if (!cards.whole()) {
            layout(facility, cards, path + ".layout", problems);
        }
    }

    private static void layout(Facility facility, GpuCards cards, String path, Problems problems) {
        Optional<MigLayout> layout = facility.gpu().layout(cards.layout());
        var names = facility.gpu().layouts().stream().map(Named::name).toList();
        if (layout.isEmpty()) {
            String hint = Nearest.hint(cards.layout(), names);
            problems.add(
                    path,
                    "is no declared layout",
                    "\"" + cards.layout() + "\"",
                    "declared are " + String.join(", ", names) + " and " + MigLayout.ALL_DISABLED,
                    hint.isEmpty() ? "add it under gpu.layouts" : hint);
        } else if (layout.get().card() != cards.card()) {
            problems.add(
                    path,
                    "is a layout of another card",
                    "\"" + cards.layout() + "\"",
                    "it is one of " + layout.get().card().key() + ", the pool has "
                            + cards.card().key(),
                    "name a layout of " + cards.card().key());
        }
    }
}
