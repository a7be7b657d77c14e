package twin.play.quota;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Instant;

/** What an object takes from a quota; of other kinds than pods and claims nothing is counted. */
final class Usage {
    private Usage() {}

    static Amounts of(HasMetadata object, Instant now) {
        if (object instanceof Pod pod) {
            return PodUsage.of(pod, now);
        }
        return object instanceof PersistentVolumeClaim claim ? ClaimUsage.of(claim) : Amounts.NONE;
    }
}
