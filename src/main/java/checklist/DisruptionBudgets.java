package checklist;

import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.TreeSet;

/** Which budgets allow no disruption now: draining a node waits for them, without an end. */
final class DisruptionBudgets implements Check {
    @Override
    public String id() {
        return "disruption-budgets";
    }

    @Override
    public Item look(Subject subject) {
        var blocking = new TreeSet<String>();
        for (PodDisruptionBudget budget : subject.client()
                .policy()
                .v1()
                .podDisruptionBudget()
                .inAnyNamespace()
                .list()
                .getItems()) {
            var status = budget.getStatus();
            boolean selectsPods = status != null && status.getExpectedPods() != null && status.getExpectedPods() > 0;
            if (selectsPods && status.getDisruptionsAllowed() != null && status.getDisruptionsAllowed() == 0) {
                blocking.add("PodDisruptionBudget " + budget.getMetadata().getNamespace() + "/"
                        + budget.getMetadata().getName() + ": allows no pod of its " + status.getExpectedPods()
                        + " to go");
            }
        }
        return Item.failedBy(id(), "no disruption budget holds a drain up", List.copyOf(blocking));
    }
}
