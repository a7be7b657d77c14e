package kube;

import facility.GpuResource;
import facility.Quota;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Map;
import java.util.TreeMap;

/** A declared quota in the words of ResourceQuota and ClusterResourceQuota. */
public final class Quotas {
    private Quotas() {}

    /** The field {@code hard}. */
    public static Map<String, Quantity> hard(Quota quota) {
        var hard = new TreeMap<String, Quantity>();
        hard.put("requests.cpu", quantity(quota.cpu()));
        hard.put("limits.cpu", quantity(quota.cpu()));
        hard.put("requests.memory", quantity(quota.memory()));
        hard.put("limits.memory", quantity(quota.memory()));
        hard.put("pods", new Quantity(String.valueOf(quota.pods())));
        hard.put("persistentvolumeclaims", new Quantity(String.valueOf(quota.persistentVolumeClaims())));
        quota.storage().forEach((name, amount) -> hard.put(storage(name), quantity(amount)));
        // For extended resources Kubernetes knows only the requests form.
        quota.gpu().forEach((profile, count) -> hard.put(gpu(profile), new Quantity(String.valueOf(count))));
        return hard;
    }

    private static Quantity quantity(facility.Quantity amount) {
        return new Quantity(amount.toString());
    }

    /** The key of claims of a storage class. */
    public static String storage(String storageClass) {
        return storageClass + ".storageclass.storage.k8s.io/requests.storage";
    }

    /** The key of a {@link GpuResource}. */
    public static String gpu(String resource) {
        return "requests." + GpuResource.resourceName(resource);
    }
}
