package change.danger;

import change.Danger;
import change.Danger.Rank;
import java.util.List;

/** An object that the engine may delete from now on. */
final class ProtectionRemoved implements DangerRule {
    @Override
    public String key() {
        return "protection-removed";
    }

    @Override
    public List<Danger> of(Examined examined) {
        boolean lost = examined.change().wasProtected()
                && !examined.change().isProtected()
                && examined.change().after().isPresent();
        return lost
                ? List.of(examined.danger(
                        this,
                        Rank.DATA,
                        "is protected no longer",
                        "the next change may delete or replace it without being refused"))
                : List.of();
    }
}
