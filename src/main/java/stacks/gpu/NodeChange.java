package stacks.gpu;

import java.util.List;

/**
 * Nodes of one pool whose cards are cut or shared in another way.
 *
 * @param from the layout or way of sharing in force; for {@code NOT_CUT_AGAIN} what the nodes offer
 * @param to the declared one; for {@code NOT_CUT_AGAIN} what is declared under the same name
 */
public record NodeChange(String pool, List<String> nodes, Kind kind, String from, String to) {
    /** What the operator does about it. */
    public enum Kind {
        /** The MIG manager cuts the cards: it resets them, and with WITH_REBOOT restarts the node. */
        CUT("cut"),
        /** The device plugin starts anew; nothing on the cards ends. */
        SHARED("shared"),
        /** Nothing: the MIG manager follows the name in the node's label, not what the file says of it. */
        NOT_CUT_AGAIN("not-cut-again");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        /** As JSON writes it: a public contract. */
        public String key() {
            return key;
        }
    }

    public NodeChange {
        nodes = List.copyOf(nodes);
    }

    NodeChange of(List<String> names) {
        return new NodeChange(pool, names, kind, from, to);
    }

    boolean takesEffect() {
        return kind != Kind.NOT_CUT_AGAIN;
    }

    String line() {
        String which = "cards of " + String.join(", ", nodes) + ": ";
        return switch (kind) {
            case CUT -> "~ " + which + "layout " + from + " -> " + to
                    + "; they are reset, or the node reboots: it fails while a pod computes on them, so drain it first";
            case SHARED -> "~ " + which + "sharing " + from + " -> " + to + "; the device plugin starts anew";
            case NOT_CUT_AGAIN -> "! " + which + "offer " + from + ", and the layout of that name is declared as " + to
                    + "; the MIG manager cuts again only for another name: rename the layout";
        };
    }
}
