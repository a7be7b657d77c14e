package change.danger;

import change.Danger;
import change.Danger.Rank;
import java.util.List;
import java.util.Set;

/** Cards that are cut in another way. */
final class LayoutChanged implements DangerRule {
    /** The MIG manager's label: GPU operator, "GPU Operator with MIG". */
    private static final String LABEL = "metadata.labels[nvidia.com/mig.config]";

    @Override
    public String key() {
        return "mig-layout-changed";
    }

    @Override
    public List<Danger> of(Examined examined) {
        if (!examined.is(Set.of("Node"))) {
            return List.of();
        }
        return examined.below(LABEL).stream()
                .map(field -> examined.danger(
                        this,
                        Rank.OUTAGE,
                        "MIG layout "
                                + field.before().map(from -> from.asText()).orElse("(none)") + " -> "
                                + field.after().map(to -> to.asText()).orElse("(none)"),
                        "its cards are reset, or it reboots: every server and job that computes on them ends"))
                .toList();
    }
}
