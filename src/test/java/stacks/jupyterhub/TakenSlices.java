package stacks.jupyterhub;

import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.PodResource;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Slices of 10 GB that pods hold, and that are free again when this is closed. */
final class TakenSlices implements AutoCloseable {
    private static final String NAMESPACE = "jupyterhub";
    private static final String RESOURCE = "nvidia.com/mig-1g.10gb";
    private static final String KEY = "requests." + RESOURCE;
    private static final String NAME = "takes-all-slices";

    private final KubernetesClient client;
    private final List<PodResource> taken = new ArrayList<>();

    TakenSlices(KubernetesClient client) {
        this.client = client;
    }

    /** What the quota leaves: then nothing may be asked for. */
    void allOfTheQuota() {
        var status = counted().getStatus();
        take(NAMESPACE, NAME, amount(status.getHard()) - amount(status.getUsed()));
        quota().waitUntilCondition(
                        quota -> quota.getStatus()
                                .getUsed()
                                .get(KEY)
                                .equals(status.getHard().get(KEY)),
                        1,
                        TimeUnit.MINUTES);
    }

    /**
     * What the nodes have left, by pods of a namespace that has no quota: then the hub's quota lets somebody ask for what
     * is not there.
     */
    void allOfTheNodes() {
        int there = client.nodes().list().getItems().stream()
                .map(node -> node.getStatus().getAllocatable().get(RESOURCE))
                .filter(amount -> amount != null)
                .mapToInt(amount -> Integer.parseInt(amount.getAmount()))
                .sum();
        int left = there - amount(counted().getStatus().getUsed());
        for (int i = 0; i < left; i++) {
            take("default", NAME + "-" + i, 1);
        }
        taken.forEach(pod -> pod.waitUntilCondition(
                found -> found != null && found.getSpec().getNodeName() != null, 1, TimeUnit.MINUTES));
    }

    private ResourceQuota counted() {
        return quota().waitUntilCondition(quota -> quota.getStatus().getUsed().containsKey(KEY), 1, TimeUnit.MINUTES);
    }

    private Resource<ResourceQuota> quota() {
        return client.resourceQuotas().inNamespace(NAMESPACE).withName("quota");
    }

    private static int amount(Map<String, Quantity> amounts) {
        return Integer.parseInt(amounts.get(KEY).getAmount());
    }

    private void take(String namespace, String name, int count) {
        var slices = Map.of(RESOURCE, new Quantity("" + count));
        var pod = new PodBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .withNewSpec()
                .withNewSecurityContext()
                .withRunAsNonRoot(true)
                .withNewSeccompProfile()
                .withType("RuntimeDefault")
                .endSeccompProfile()
                .endSecurityContext()
                .addNewContainer()
                .withName("holder")
                .withImage("registry.example.org/eaf/al9:2026.11")
                .withNewResources()
                .withLimits(slices)
                .withRequests(slices)
                .endResources()
                .withNewSecurityContext()
                .withAllowPrivilegeEscalation(false)
                .withNewCapabilities()
                .withDrop("ALL")
                .endCapabilities()
                .endSecurityContext()
                .endContainer()
                .endSpec()
                .build();
        client.pods().inNamespace(namespace).resource(pod).create();
        taken.add(client.pods().inNamespace(namespace).withName(name));
    }

    @Override
    public void close() {
        taken.forEach(pod -> pod.withGracePeriod(0).delete());
        taken.forEach(pod -> pod.waitUntilCondition(Objects::isNull, 1, TimeUnit.MINUTES));
    }
}
