package twin.play.quota;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.openshift.api.model.ClusterResourceQuota;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the API server has stored, read anew each time: a cache may be behind, and a count must not. */
final class Stored {
    private final KubernetesClient client;

    Stored(KubernetesClient client) {
        this.client = client;
    }

    /** The quotas in the order of their names, in which they are judged, with the namespaces that each selects. */
    Map<ClusterResourceQuota, List<String>> quotas() {
        var quotas = new ArrayList<>(
                client.resources(ClusterResourceQuota.class).list().getItems());
        quotas.sort(Comparator.comparing(quota -> quota.getMetadata().getName()));
        var namespaces = client.namespaces().list().getItems();
        var selected = new LinkedHashMap<ClusterResourceQuota, List<String>>();
        quotas.forEach(quota -> selected.put(
                quota,
                namespaces.stream()
                        .filter(namespace -> Selection.takes(quota.getSpec().getSelector(), namespace))
                        .map(namespace -> namespace.getMetadata().getName())
                        .sorted()
                        .toList()));
        return selected;
    }

    static Amounts hard(ClusterResourceQuota quota) {
        return Amounts.of(quota.getSpec().getQuota().getHard());
    }

    /** All pods, by namespace. */
    Map<String, List<Pod>> pods() {
        return byNamespace(client.pods().inAnyNamespace().list().getItems());
    }

    /** All claims, by namespace. */
    Map<String, List<PersistentVolumeClaim>> claims() {
        return byNamespace(
                client.persistentVolumeClaims().inAnyNamespace().list().getItems());
    }

    private static <T extends HasMetadata> Map<String, List<T>> byNamespace(List<T> objects) {
        return objects.stream()
                .collect(Collectors.groupingBy(object -> object.getMetadata().getNamespace()));
    }

    List<Pod> pods(String namespace) {
        return client.pods().inNamespace(namespace).list().getItems();
    }

    List<PersistentVolumeClaim> claims(String namespace) {
        return client.persistentVolumeClaims().inNamespace(namespace).list().getItems();
    }
}
