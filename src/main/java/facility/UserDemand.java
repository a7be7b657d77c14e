package facility;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What the hub's users take of its namespace's quota when all who are planned for are there.
 *
 * @param key the quota's key
 * @param each one user's share
 * @param count how many users take it
 * @param quota what the namespace may give
 * @param reason which flavour or setting the share comes from
 */
public record UserDemand(String key, Quantity each, int count, Quantity quota, String reason) {
    public UserDemand {
        requireNonNull(key, "key is null");
        requireNonNull(each, "each is null");
        requireNonNull(quota, "quota is null");
        requireNonNull(reason, "reason is null");
    }

    public Quantity needed() {
        return each.times(count);
    }

    public boolean fits() {
        return needed().compareTo(quota) <= 0;
    }

    /**
     * CPU and memory at the limits of the largest flavour without a slice, those with one being limited by their
     * slices; a slice for each who is planned to have one; and a home for every account. Empty if the hub's namespace is not declared.
     */
    public static List<UserDemand> of(Facility facility) {
        var demands = new ArrayList<UserDemand>();
        facility.namespace(facility.hub().namespace()).ifPresent(namespace -> {
            Users users = facility.hub().users();
            Quota quota = namespace.quota();
            facility.catalogue().collaborations().stream()
                    .flatMap(collaboration -> collaboration.offered().stream())
                    .filter(flavour -> flavour.gpu().isEmpty())
                    .max(Comparator.comparing(Flavour::memory).thenComparing(Flavour::cpu))
                    .ifPresent(largest -> {
                        String reason = "limit of flavour " + largest.name();
                        demands.add(new UserDemand("cpu", largest.cpu(), users.atOnce(), quota.cpu(), reason));
                        demands.add(new UserDemand("memory", largest.memory(), users.atOnce(), quota.memory(), reason));
                    });
            demands.addAll(gpus(facility, quota));
            Homes homes = facility.hub().homes();
            demands.add(new UserDemand(
                    "storage[" + homes.storageClass() + "]",
                    homes.size(),
                    users.accounts(),
                    quota.storage().getOrDefault(homes.storageClass(), Quantity.ZERO),
                    "hub.homes.size"));
            demands.add(new UserDemand(
                    "persistentVolumeClaims",
                    Quantity.of(1),
                    users.accounts(),
                    Quantity.of(quota.persistentVolumeClaims()),
                    "a claim for each home"));
        });
        return demands;
    }

    /** One for each resource that an offered flavour asks for, planned or not. */
    private static List<UserDemand> gpus(Facility facility, Quota quota) {
        var planned = facility.hub().users().gpuAtOnce();
        var demands = new ArrayList<UserDemand>();
        facility.catalogue()
                .flavoursByGpu()
                .forEach((resource, flavours) -> demands.add(new UserDemand(
                        "gpu[" + resource + "]",
                        Quantity.of(1),
                        planned.getOrDefault(resource, 0),
                        Quantity.of(quota.gpu().getOrDefault(resource, 0)),
                        "hub.users.gpuAtOnce, " + flavours.size()
                                + (flavours.size() == 1 ? " flavour" : " flavours"))));
        return demands;
    }
}
