package change.danger;

import change.Danger;
import change.Danger.Rank;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/** Cards that are cut in another way. */
final class LayoutChanged implements DangerRule {
    /** The MIG manager's label: GPU operator, "GPU Operator with MIG". */
    private static final String LABEL = "metadata.labels[nvidia.com/mig.config]";

    private static final String MEANING =
            "its cards are reset, or it reboots: every server and job that computes on them ends";

    @Override
    public String key() {
        return "mig-layout-changed";
    }

    @Override
    public List<Danger> of(Examined examined) {
        if (!examined.is(Set.of("Node"))) {
            return List.of();
        }
        JsonNode first = examined.after().path("metadata").path("labels").path("nvidia.com/mig.config");
        if (examined.isNew() && first.isTextual()) {
            return List.of(
                    examined.danger(this, Rank.OUTAGE, "MIG layout " + first.asText() + " from now on", MEANING));
        }
        return examined.below(LABEL).stream()
                .map(field -> examined.danger(
                        this,
                        Rank.OUTAGE,
                        "MIG layout "
                                + field.before().map(from -> from.asText()).orElse("(none)") + " -> "
                                + field.after().map(to -> to.asText()).orElse("(none)"),
                        MEANING))
                .toList();
    }
}
