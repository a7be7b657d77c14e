package checklist;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.TreeSet;
import kube.Declared;

/** Whether each protected object that is declared is on the cluster, and none of them is on its way out. */
final class ProtectedObjects implements Check {
    @Override
    public String id() {
        return "protected-objects";
    }

    @Override
    public Item look(Subject subject) {
        var amiss = new TreeSet<String>();
        int count = 0;
        for (Declared declared : subject.objects()) {
            if (declared.isProtected()) {
                count++;
                HasMetadata live = subject.client().resource(declared.object()).get();
                String name = declared.kind() + " " + declared.name();
                if (live == null) {
                    amiss.add(name + ": is not on the cluster");
                } else if (live.getMetadata().getDeletionTimestamp() != null) {
                    amiss.add(name + ": is being deleted, since "
                            + live.getMetadata().getDeletionTimestamp());
                }
            }
        }
        return Item.failedBy(id(), "the " + count + " protected objects are on the cluster", List.copyOf(amiss));
    }
}
