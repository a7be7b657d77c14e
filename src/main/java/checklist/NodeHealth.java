package checklist;

import io.fabric8.kubernetes.api.model.Node;
import java.util.List;
import java.util.TreeSet;

/** Whether every node is ready and takes pods: an upgrade takes them one by one, and stops at the first that fails. */
final class NodeHealth implements Check {
    @Override
    public String id() {
        return "nodes";
    }

    @Override
    public Item look(Subject subject) {
        var unwell = new TreeSet<String>();
        for (Node node : subject.client().nodes().list().getItems()) {
            String name = node.getMetadata().getName();
            boolean ready = node.getStatus() != null
                    && node.getStatus().getConditions().stream()
                            .anyMatch(condition -> condition.getType().equals("Ready")
                                    && condition.getStatus().equals("True"));
            if (!ready) {
                unwell.add("node " + name + ": is not ready");
            } else if (Boolean.TRUE.equals(node.getSpec().getUnschedulable())) {
                unwell.add("node " + name + ": is cordoned");
            }
        }
        return Item.failedBy(id(), "every node is ready and takes pods", List.copyOf(unwell));
    }
}
