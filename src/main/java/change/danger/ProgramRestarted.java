package change.danger;

import change.Danger;
import change.Danger.Rank;
import change.Operation;
import java.util.List;
import java.util.Set;

/** Another pod template: the programs in it start anew. */
final class ProgramRestarted implements DangerRule {
    @Override
    public String key() {
        return "program-restarted";
    }

    @Override
    public List<Danger> of(Examined examined) {
        boolean restarts = examined.change().operation() == Operation.UPDATE
                && examined.is(Set.of("Deployment", "StatefulSet", "DaemonSet"))
                && !examined.below("spec.template").isEmpty();
        if (!restarts) {
            return List.of();
        }
        boolean oneAtATime = examined.after().at("/spec/strategy/type").asText().equals("Recreate");
        return List.of(examined.danger(
                this,
                Rank.RESTART,
                oneAtATime ? "starts anew, after the old one has ended" : "starts anew, one pod after the other",
                oneAtATime
                        ? "it does not answer for about a minute; servers and workers of users go on"
                        : "it answers all the time; connections through the old pods end"));
    }
}
