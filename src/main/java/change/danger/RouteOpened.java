package change.danger;

import change.Danger;
import change.Danger.Rank;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Addresses that are new to the outside, and those without TLS. */
final class RouteOpened implements DangerRule {
    @Override
    public String key() {
        return "route-opened";
    }

    @Override
    public List<Danger> of(Examined examined) {
        if (!examined.is(Set.of("Route")) || examined.change().after().isEmpty()) {
            return List.of();
        }
        String host = examined.after().at("/spec/host").asText();
        var dangers = new ArrayList<Danger>();
        if (examined.isNew() || !examined.below("spec.host").isEmpty()) {
            dangers.add(examined.danger(
                    this, Rank.ACCESS, "answers at " + host, "whoever reaches the router reaches it there"));
        }
        boolean plain = examined.after().at("/spec/tls").isMissingNode()
                || examined.after()
                        .at("/spec/tls/insecureEdgeTerminationPolicy")
                        .asText()
                        .equals("Allow");
        if (plain && (examined.isNew() || !examined.below("spec.tls").isEmpty())) {
            dangers.add(examined.danger(
                    this, Rank.ACCESS, "answers without TLS", "what users send there can be read on the way"));
        }
        return dangers;
    }
}
