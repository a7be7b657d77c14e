package facility;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the hub's users take of its namespace's quota when all who are planned for are there.
 *
 * @param key the quota's key
 * @param shares who takes how much of it
 * @param quota what the namespace may give
 */
public record UserDemand(String key, List<Share> shares, Quantity quota) {
    public UserDemand {
        requireNonNull(key, "key is null");
        shares = List.copyOf(shares);
        requireNonNull(quota, "quota is null");
    }

    private UserDemand(String key, Quantity each, int count, Quantity quota, String reason) {
        this(key, List.of(new Share(each, count, reason)), quota);
    }

    /**
     * What users of one kind take.
     *
     * @param each one user's share
     * @param count how many users take it
     * @param reason which flavour or setting the share comes from
     */
    public record Share(Quantity each, int count, String reason) {
        public Share {
            requireNonNull(each, "each is null");
            requireNonNull(reason, "reason is null");
        }

        public Quantity needed() {
            return each.times(count);
        }

        @Override
        public String toString() {
            return count + " times " + each + " (" + reason + ")";
        }
    }

    public Quantity needed() {
        return shares.stream().map(Share::needed).reduce(Quantity.ZERO, Quantity::plus);
    }

    public int count() {
        return shares.stream().mapToInt(Share::count).sum();
    }

    public boolean fits() {
        return needed().compareTo(quota) <= 0;
    }

    /** Where its shares come from, in one line. */
    public String reason() {
        return shares.stream().map(Share::reason).collect(Collectors.joining(", "));
    }

    /** How its shares are counted, in one line. */
    public String sum() {
        return shares.stream().map(Share::toString).collect(Collectors.joining(" + "));
    }

    /**
     * CPU and memory at the limits of the largest flavour of each kind: those who hold a slice, by what they hold, and
     * all others; a slice for each who is planned to have one; and a home for every account. Empty if the hub's namespace
     * is not declared.
     */
    public static List<UserDemand> of(Facility facility) {
        var demands = new ArrayList<UserDemand>();
        facility.namespace(facility.hub().namespace()).ifPresent(namespace -> {
            Users users = facility.hub().users();
            Quota quota = namespace.quota();
            demands.add(new UserDemand("cpu", limits(facility, Size::cpu), quota.cpu()));
            demands.add(new UserDemand("memory", limits(facility, Size::memory), quota.memory()));
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

    private static List<Share> limits(Facility facility, Function<Size, Quantity> limit) {
        Users users = facility.hub().users();
        var shares = new ArrayList<Share>();
        largest(facility, Optional.empty(), limit)
                .ifPresent(flavour -> shares.add(share(facility, flavour, limit, users.withoutGpu())));
        users.gpuAtOnce().forEach((resource, count) -> largest(facility, Optional.of(resource), limit)
                .filter(flavour -> count > 0)
                .ifPresent(flavour -> shares.add(share(facility, flavour, limit, count))));
        return shares;
    }

    private static Share share(Facility facility, Flavour flavour, Function<Size, Quantity> limit, int count) {
        return new Share(amount(facility, flavour, limit), count, "limit of flavour " + flavour.name());
    }

    private static Optional<Flavour> largest(Facility facility, Optional<String> gpu, Function<Size, Quantity> limit) {
        return facility.catalogue().collaborations().stream()
                .flatMap(collaboration -> collaboration.offered().stream())
                .filter(flavour -> flavour.gpu().equals(gpu))
                .filter(flavour -> facility.catalogue().sizeOf(flavour).isPresent())
                .max(Comparator.comparing(flavour -> amount(facility, flavour, limit)));
    }

    private static Quantity amount(Facility facility, Flavour flavour, Function<Size, Quantity> limit) {
        return facility.catalogue().sizeOf(flavour).map(limit).orElse(Quantity.ZERO);
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
