package twin.play.quota;

import facility.Quantity;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a pod takes from a quota, as Kubernetes' pod evaluator counts it. */
final class PodUsage {
    private static final Set<String> NATIVE = Set.of("cpu", "memory", "ephemeral-storage");

    /** Kubernetes counts these only of pods that name them, and so refuses a pod that does not. */
    private static final Set<String> MANDATORY =
            Set.of("cpu", "memory", "requests.cpu", "requests.memory", "limits.cpu", "limits.memory");

    private PodUsage() {}

    /** Nothing of a pod that has ended, or that should have gone by now. */
    static Amounts of(Pod pod, Instant now) {
        if (hasEnded(pod) || isOverdue(pod, now)) {
            return Amounts.NONE;
        }
        return named(
                whole(pod, ResourceRequirements::getRequests, true),
                whole(pod, ResourceRequirements::getLimits, false));
    }

    private static boolean hasEnded(Pod pod) {
        return pod.getStatus() != null
                && ("Succeeded".equals(pod.getStatus().getPhase())
                        || "Failed".equals(pod.getStatus().getPhase()));
    }

    private static boolean isOverdue(Pod pod, Instant now) {
        String deletion = pod.getMetadata().getDeletionTimestamp();
        Long grace = pod.getMetadata().getDeletionGracePeriodSeconds();
        return deletion != null
                && grace != null
                && now.isAfter(Instant.parse(deletion).plusSeconds(grace));
    }

    /** Containers run together, init containers one after another beside the sidecars that started before them. */
    private static Amounts whole(
            Pod pod,
            Function<ResourceRequirements, Map<String, io.fabric8.kubernetes.api.model.Quantity>> part,
            boolean requests) {
        var running = Amounts.NONE;
        for (Container container : pod.getSpec().getContainers()) {
            running = running.plus(of(container, part));
        }
        var sidecars = Amounts.NONE;
        var starting = Amounts.NONE;
        for (Container container : pod.getSpec().getInitContainers()) {
            var its = of(container, part);
            if ("Always".equals(container.getRestartPolicy())) {
                running = running.plus(its);
                sidecars = sidecars.plus(its);
                its = Amounts.NONE;
            }
            starting = starting.max(sidecars.plus(its));
        }
        var all = running.max(starting);
        if (pod.getSpec().getResources() != null) {
            // What is written for the whole pod stands for the sum of its containers.
            var stated = new TreeMap<>(all.byResource());
            stated.putAll(Amounts.of(part.apply(pod.getSpec().getResources())).byResource());
            all = new Amounts(stated);
        }
        var overhead = Amounts.of(pod.getSpec().getOverhead());
        return all.plus(requests ? overhead : overhead.only(all.resources()));
    }

    private static Amounts of(
            Container container,
            Function<ResourceRequirements, Map<String, io.fabric8.kubernetes.api.model.Quantity>> part) {
        return container.getResources() == null ? Amounts.NONE : Amounts.of(part.apply(container.getResources()));
    }

    private static Amounts named(Amounts requests, Amounts limits) {
        var named = new TreeMap<String, Quantity>();
        named.put("pods", Quantity.of(1));
        requests.byResource().forEach((resource, amount) -> {
            named.put("requests." + resource, amount);
            // An extended resource has the requests form alone.
            if (NATIVE.contains(resource) || resource.startsWith("hugepages-")) {
                named.put(resource, amount);
            }
        });
        limits.only(NATIVE).byResource().forEach((resource, amount) -> named.put("limits." + resource, amount));
        return new Amounts(named);
    }

    /** What a container leaves out that the quota counts, in the API server's words; empty if nothing. */
    static String leftOut(Pod pod, Set<String> counted) {
        var missing = new TreeMap<String, List<String>>();
        Stream.of(pod.getSpec().getContainers(), pod.getSpec().getInitContainers())
                .flatMap(List::stream)
                .forEach(container -> {
                    var names = named(
                                    of(container, ResourceRequirements::getRequests),
                                    of(container, ResourceRequirements::getLimits))
                            .resources();
                    counted.stream()
                            .filter(MANDATORY::contains)
                            .filter(resource -> !names.contains(resource))
                            .forEach(resource -> missing.computeIfAbsent(resource, key -> new ArrayList<>())
                                    .add(container.getName()));
                });
        var parts = new ArrayList<String>();
        missing.forEach((resource, containers) -> parts.add(resource + " for: "
                + String.join(",", containers.stream().sorted().toList())));
        return String.join("; ", parts);
    }
}
