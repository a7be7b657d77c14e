package twin.play.quota;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.openshift.api.model.ClusterResourceQuota;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the API server has stored, read anew each time: a cache may be behind, and a count must not. */
final class Stored {
    private final KubernetesClient client;

    Stored(KubernetesClient client) {
        this.client = client;
    }

    /** In the order of their names, in which they are judged. */
    List<ClusterResourceQuota> quotas() {
        var quotas = new ArrayList<>(
                client.resources(ClusterResourceQuota.class).list().getItems());
        quotas.sort(Comparator.comparing(quota -> quota.getMetadata().getName()));
        return quotas;
    }

    static Amounts hard(ClusterResourceQuota quota) {
        return Amounts.of(quota.getSpec().getQuota().getHard());
    }

    /** The namespaces that both selectors take, as far as they are written; without any selector there is none. */
    List<String> namespaces(ClusterResourceQuota quota) {
        var labels = quota.getSpec().getSelector().getLabels();
        var annotations = Optional.ofNullable(quota.getSpec().getSelector().getAnnotations())
                .orElse(Map.of());
        if (labels == null && annotations.isEmpty()) {
            return List.of();
        }
        var found = labels == null
                ? client.namespaces().list()
                : client.namespaces().withLabelSelector(labels).list();
        return found.getItems().stream()
                .filter(namespace -> annotations(namespace).entrySet().containsAll(annotations.entrySet()))
                .map(namespace -> namespace.getMetadata().getName())
                .sorted()
                .toList();
    }

    private static Map<String, String> annotations(Namespace namespace) {
        return Optional.ofNullable(namespace.getMetadata().getAnnotations()).orElse(Map.of());
    }

    /** A namespace's pods and claims. */
    List<HasMetadata> objects(String namespace) {
        var objects = new ArrayList<HasMetadata>(
                client.pods().inNamespace(namespace).list().getItems());
        objects.addAll(
                client.persistentVolumeClaims().inNamespace(namespace).list().getItems());
        return objects;
    }
}
