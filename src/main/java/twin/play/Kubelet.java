package twin.play;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Optional;

/**
 * Plays the one thing of a kubelet that KWOK leaves out. When a node has not been heard of for a while (the machine
 * slept), the controller manager marks its pods not ready; a kubelet that is back says that they are, KWOK never does.
 */
final class Kubelet {
    private final KubernetesClient client;

    Kubelet(KubernetesClient client) {
        this.client = client;
    }

    void reportReadiness(Pod pod) {
        boolean runs = pod.getStatus() != null
                && "Running".equals(pod.getStatus().getPhase())
                && pod.getMetadata().getDeletionTimestamp() == null;
        if (!runs || !is(pod, "ContainersReady", "True") || !is(pod, "Ready", "False") || !nodeReady(pod)) {
            return;
        }
        try {
            client.pods().resource(pod).editStatus(found -> {
                condition(found, "Ready").ifPresent(ready -> ready.setStatus("True"));
                return found;
            });
        } catch (KubernetesClientException changedOrGone) {
            if (changedOrGone.getCode() != 409 && changedOrGone.getCode() != 404) {
                throw changedOrGone;
            }
            // The change that won brings an event of its own.
        }
    }

    private boolean nodeReady(Pod pod) {
        var node = client.nodes().withName(pod.getSpec().getNodeName()).get();
        return node != null
                && node.getStatus().getConditions().stream()
                        .anyMatch(condition ->
                                condition.getType().equals("Ready") && "True".equals(condition.getStatus()));
    }

    private static boolean is(Pod pod, String type, String status) {
        return condition(pod, type)
                .filter(condition -> status.equals(condition.getStatus()))
                .isPresent();
    }

    private static Optional<PodCondition> condition(Pod pod, String type) {
        return pod.getStatus().getConditions().stream()
                .filter(condition -> type.equals(condition.getType()))
                .findFirst();
    }
}
