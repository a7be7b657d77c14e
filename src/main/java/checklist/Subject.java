package checklist;

import static java.util.Objects.requireNonNull;

import facility.Facility;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import kube.Declared;

/**
 * What is looked at: the declaration, what follows from it, and the cluster it is brought up on.
 *
 * @param upgradeTo the release that the cluster is to be upgraded to
 * @param drift what differs on the cluster from what was last applied, one line each; asked once, for it takes a while
 * @param now the time that ages are counted from
 */
public record Subject(
        Facility facility,
        List<Declared> objects,
        KubernetesClient client,
        KubernetesRelease upgradeTo,
        Supplier<List<String>> drift,
        Instant now) {
    public Subject {
        requireNonNull(facility, "facility is null");
        objects = List.copyOf(objects);
        requireNonNull(client, "client is null");
        requireNonNull(upgradeTo, "upgradeTo is null");
        requireNonNull(drift, "drift is null");
        requireNonNull(now, "now is null");
    }
}
