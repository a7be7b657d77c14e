package twin.play.quota;

import facility.Quantity;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/** Amounts of resources, by the names that quotas give them. */
record Amounts(Map<String, Quantity> byResource) {
    static final Amounts NONE = new Amounts(Map.of());

    Amounts {
        byResource = new TreeMap<>(byResource);
    }

    static Amounts of(Map<String, io.fabric8.kubernetes.api.model.Quantity> written) {
        var amounts = new TreeMap<String, Quantity>();
        if (written != null) {
            written.forEach((resource, amount) -> amounts.put(resource, Quantity.parse(amount.toString())));
        }
        return new Amounts(amounts);
    }

    Quantity of(String resource) {
        return byResource.getOrDefault(resource, Quantity.ZERO);
    }

    Amounts plus(Amounts other) {
        return merged(other, Quantity::plus);
    }

    Amounts minus(Amounts other) {
        var less = new TreeMap<>(byResource);
        other.byResource.forEach(
                (resource, amount) -> less.put(resource, of(resource).minus(amount)));
        return new Amounts(less);
    }

    /** The larger of the two, resource by resource. */
    Amounts max(Amounts other) {
        return merged(other, (one, two) -> one.compareTo(two) >= 0 ? one : two);
    }

    private Amounts merged(Amounts other, BinaryOperator<Quantity> together) {
        var all = new TreeMap<>(byResource);
        other.byResource.forEach((resource, amount) -> all.merge(resource, amount, together));
        return new Amounts(all);
    }

    Amounts only(Collection<String> resources) {
        var some = new TreeMap<>(byResource);
        some.keySet().retainAll(resources);
        return new Amounts(some);
    }

    /** Those that something more is asked of: what is given back never exceeds a quota. */
    Amounts positive() {
        var some = new TreeMap<>(byResource);
        some.values().removeIf(amount -> amount.isZero() || amount.isNegative());
        return new Amounts(some);
    }

    boolean isEmpty() {
        return byResource.isEmpty();
    }

    Set<String> resources() {
        return byResource.keySet();
    }

    /** The resources of which this is more than the other allows. */
    Set<String> above(Amounts most) {
        var above = new TreeSet<String>();
        byResource.forEach((resource, amount) -> {
            if (amount.compareTo(most.of(resource)) > 0) {
                above.add(resource);
            }
        });
        return above;
    }

    Map<String, io.fabric8.kubernetes.api.model.Quantity> written() {
        var written = new TreeMap<String, io.fabric8.kubernetes.api.model.Quantity>();
        byResource.forEach((resource, amount) ->
                written.put(resource, new io.fabric8.kubernetes.api.model.Quantity(amount.toString())));
        return written;
    }

    /** As the API server's own messages list them: {@code pods=1,requests.cpu=500m}. */
    @Override
    public String toString() {
        return byResource.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(","));
    }
}
