package facility.rules;

import facility.Facility;
import facility.GpuCard;
import facility.MigLayout;
import facility.MigProfile;
import facility.Nearest;
import facility.Problems;
import java.util.List;

/** A layout names profiles of its own card, and a card can really be cut so. */
final class LayoutsFitTheirCards implements Rule {
    @Override
    public void check(Facility facility, Problems problems) {
        for (MigLayout layout : facility.gpu().layouts()) {
            String path = "gpu.layouts[" + layout.name() + "]";
            if (layout.name().equals(MigLayout.ALL_DISABLED)) {
                problems.add(
                        path,
                        "is the operator's own name",
                        "\"" + layout.name() + "\"",
                        "a name for cards that are cut",
                        "remove it: pools may name it without");
            } else if (!layout.card().hasMig()) {
                problems.add(
                        path + ".card",
                        "has no MIG",
                        "\"" + layout.card().key() + "\"",
                        "a card of the Ampere, Hopper or Blackwell generation",
                        "remove the layout: such a card is handed out whole");
            } else {
                slices(layout, path + ".slices", problems);
            }
        }
    }

    private static void slices(MigLayout layout, String path, Problems problems) {
        boolean known = true;
        for (var slice : layout.slices().entrySet()) {
            String place = path + "[" + slice.getKey() + "]";
            if (layout.card().profile(slice.getKey()).isEmpty()) {
                known = false;
                problems.add(
                        place,
                        "is no MIG profile of " + layout.card().key(),
                        "\"" + slice.getKey() + "\"",
                        "its profiles are " + String.join(", ", names(layout.card())),
                        fix(slice.getKey(), layout.card()));
            } else if (slice.getValue() < 0) {
                known = false;
                problems.add(place, "is negative", slice.getValue().toString(), "a count from 0", "correct the count");
            }
        }
        if (known) {
            possible(layout, path, problems);
        }
    }

    private static void possible(MigLayout layout, String path, Problems problems) {
        if (layout.slices().isEmpty()) {
            problems.add(
                    path,
                    "gives no slice",
                    "",
                    "at least one slice",
                    "add one, or let the pool name " + MigLayout.ALL_DISABLED);
        } else if (!layout.possible()) {
            problems.add(
                    path,
                    "is more than one " + layout.card().key() + " holds",
                    written(layout),
                    limits(layout),
                    "take slices away until every sum fits");
        }
    }

    /** {@code 2 x 3g.40gb + 1 x 1g.10gb}. */
    private static String written(MigLayout layout) {
        return String.join(
                " + ",
                layout.slices().entrySet().stream()
                        .map(slice -> slice.getValue() + " x " + slice.getKey())
                        .toList());
    }

    /** The sums beside the card's own, so that the reader sees which one is too high. */
    private static String limits(MigLayout layout) {
        int compute = 0;
        int memory = 0;
        var single = new java.util.ArrayList<String>();
        for (var slice : layout.slices().entrySet()) {
            MigProfile profile = layout.card().profile(slice.getKey()).orElseThrow();
            compute += slice.getValue() * profile.compute();
            memory += slice.getValue() * profile.memory();
            if (slice.getValue() > profile.max()) {
                single.add("at most " + profile.max() + " x " + profile.name());
            }
        }
        String sums = "that is " + compute + " of " + layout.card().computeSlices() + " compute slices and " + memory
                + " of " + layout.card().memorySlices() + " memory slices";
        return single.isEmpty() ? sums : sums + "; " + String.join(", ", single);
    }

    private static List<String> names(GpuCard card) {
        return card.profiles().stream().map(MigProfile::name).toList();
    }

    private static String fix(String profile, GpuCard card) {
        String hint = Nearest.hint(profile, names(card));
        return hint.isEmpty() ? "use one of these" : hint;
    }
}
