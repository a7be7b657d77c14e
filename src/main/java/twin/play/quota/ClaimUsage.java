package twin.play.quota;

import facility.Quantity;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import java.util.TreeMap;

/** What a claim takes from a quota: itself and its bytes, in all and of its storage class. */
final class ClaimUsage {
    private ClaimUsage() {}

    static Amounts of(PersistentVolumeClaim claim) {
        var requests = claim.getSpec().getResources() == null
                ? Amounts.NONE
                : Amounts.of(claim.getSpec().getResources().getRequests());
        var storage = new Quantity(
                new java.math.BigDecimal(requests.of("storage").roundedUp()),
                requests.of("storage").suffixes());
        var amounts = new TreeMap<String, Quantity>();
        amounts.put("persistentvolumeclaims", Quantity.of(1));
        amounts.put("requests.storage", storage);
        String name = claim.getSpec().getStorageClassName();
        if (name != null && !name.isEmpty()) {
            String ofClass = name + ".storageclass.storage.k8s.io/";
            amounts.put(ofClass + "persistentvolumeclaims", Quantity.of(1));
            amounts.put(ofClass + "requests.storage", storage);
        }
        return new Amounts(amounts);
    }
}
