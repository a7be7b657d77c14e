package policies.rules;

import facility.Capacity;
import facility.GpuResource;
import facility.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import policy.About;
import policy.Findings;
import policy.Given;
import policy.Node;
import policy.Resource;
import policy.StackRule;

public final class GpuRequestsFitLayout implements StackRule {
    private static final String VENDOR = "nvidia.com/";
    private static final String REQUESTS = "requests.";
    private static final Set<String> CLAIMS = Set.of("ResourceClaim", "ResourceClaimTemplate");

    private final Capacity capacity;

    public GpuRequestsFitLayout(Capacity capacity) {
        this.capacity = capacity;
    }

    @Override
    public About about() {
        return About.mandatory(
                "gpu-requests-fit-layout",
                "MIG slices and GPUs that are promised or asked for are within what the layouts give",
                "a slice that no card is cut into is waited for without end, and one cannot be given twice",
                "correct the profile or the number, or the layout in facility:gpu");
    }

    @Override
    public void check(List<Resource> resources, Given given, Findings findings) {
        var quotas = NamespaceQuotas.of(resources);
        for (String name : quotas.resources()) {
            if (name.startsWith(REQUESTS + VENDOR)) {
                Quantity there = offered(name.substring(REQUESTS.length()));
                Quantity promised = quotas.sum(name);
                if (promised.compareTo(there) > 0) {
                    findings.add(
                            "quotas of " + name,
                            "promise more than there is",
                            promised + " (" + quotas.shares(name) + ")",
                            "the layouts give " + there,
                            about().mend());
                }
            }
        }
        for (String slice : capacity.slices().keySet()) {
            String name = GpuResource.resourceName(slice);
            quotas.unnamed(resources, REQUESTS + name)
                    .forEach(namespace -> findings.add(
                            namespace,
                            "has no limit of " + name,
                            "",
                            "a quota that names it, if only with 0",
                            about().mend()));
        }
        resources.forEach(resource -> claims(resource)
                .forEach(where -> findings.add(
                        resource,
                        "claims devices that no quota counts, at " + where,
                        "",
                        "slices and GPUs by " + VENDOR + "* in the resources' limits",
                        "ask for the slice by its name")));
        resources.forEach(
                resource -> asked(resource).forEach((where, amount) -> judge(resource, where, amount, findings)));
    }

    private void judge(Resource resource, String where, Node amount, Findings findings) {
        String name = where.substring(where.indexOf(VENDOR));
        Optional<Quantity> wanted = NamespaceQuotas.quantity(amount);
        Quantity there = offered(name);
        if (wanted.isPresent() && wanted.get().compareTo(there) > 0) {
            findings.add(
                    resource,
                    "asks for a GPU that no layout gives, at " + where,
                    wanted.get().toString(),
                    "the layouts give " + there + " " + name,
                    about().mend());
        }
    }

    private Quantity offered(String name) {
        return Quantity.of(GpuResource.nameOf(name).map(capacity.slices()::get).orElse(0));
    }

    /** What containers and the hub's choices ask for, by place. */
    private static Map<String, Node> asked(Resource resource) {
        var all = new TreeMap<String, Node>();
        Pods.of(resource).ifPresent(pods -> pods.containers()
                .forEach(container -> gpus(Pods.name(container), container.at("resources", "limits"), all)));
        Flavours.of(resource).forEach((name, override) -> gpus(name, override.at("extra_resource_limits"), all));
        return all;
    }

    /** Kubernetes' other way to a device, past the names that quotas and layouts are made of. */
    private static List<String> claims(Resource resource) {
        var places = new ArrayList<String>();
        if (CLAIMS.contains(ObjectKind.of(resource))) {
            places.add("the object itself");
        }
        Pods.of(resource).map(pods -> pods.spec().at("resourceClaims")).ifPresent(claims -> present(claims, places));
        Flavours.of(resource).forEach((name, override) -> List.of("resourceClaims", "resource_claims")
                .forEach(key -> present(override.at("extra_pod_config", key), places)));
        return places;
    }

    private static void present(Node claims, List<String> places) {
        if (!claims.items().isEmpty()) {
            places.add(claims.path());
        }
    }

    private static void gpus(String where, Node limits, Map<String, Node> all) {
        limits.fields().forEach((name, amount) -> {
            if (name.startsWith(VENDOR)) {
                all.put(where + " " + name, amount);
            }
        });
    }
}
