package change.danger;

import change.Danger;
import change.Danger.Rank;
import java.util.List;
import java.util.Set;

/** A namespace takes all that is in it along. */
final class NamespaceRemoved implements DangerRule {
    @Override
    public String key() {
        return "namespace-removed";
    }

    @Override
    public List<Danger> of(Examined examined) {
        return examined.is(Set.of("Namespace")) && examined.removed()
                ? List.of(examined.danger(
                        this,
                        Rank.DATA,
                        "is deleted",
                        "everything in it is deleted with it: pods that run, claims and their data, secrets"))
                : List.of();
    }
}
