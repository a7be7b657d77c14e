package twin.play;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Plays OKD's router as far as a declaration can see it: each Route is admitted, except that of two which claim the same
 * host and path the younger is told {@code HostAlreadyClaimed}. Nothing is listened on.
 */
final class Router {
    static final ResourceDefinitionContext ROUTES = new ResourceDefinitionContext.Builder()
            .withGroup("route.openshift.io")
            .withVersion("v1")
            .withKind("Route")
            .withPlural("routes")
            .withNamespaced(true)
            .build();

    private static final ObjectMapper JSON = new ObjectMapper();

    private final KubernetesClient client;
    private final String domain;

    /** @param domain the cluster's ingress domain, of which a Route without a host gets a name */
    Router(KubernetesClient client, String domain) {
        this.client = client;
        this.domain = domain;
    }

    /** Judges all Routes anew: the death of one may admit another. */
    synchronized void admit() {
        var owners = new LinkedHashMap<String, String>();
        var routes = new ArrayList<>(client.genericKubernetesResources(ROUTES)
                .inAnyNamespace()
                .list()
                .getItems());
        routes.sort(Comparator.comparing(
                        (GenericKubernetesResource route) -> route.getMetadata().getCreationTimestamp())
                .thenComparing(route -> route.getMetadata().getNamespace())
                .thenComparing(route -> route.getMetadata().getName()));
        for (GenericKubernetesResource route : routes) {
            String name = route.getMetadata().getNamespace() + "/"
                    + route.getMetadata().getName();
            String owner = owners.putIfAbsent(host(route) + path(route), name);
            write(route, owner == null ? admitted() : claimed(owner));
        }
    }

    private Map<String, Object> admitted() {
        return Map.of("type", "Admitted", "status", "True");
    }

    private Map<String, Object> claimed(String owner) {
        return Map.of(
                "type",
                "Admitted",
                "status",
                "False",
                "reason",
                "HostAlreadyClaimed",
                "message",
                "route " + owner + " already exposes this host and is older");
    }

    private void write(GenericKubernetesResource route, Map<String, Object> condition) {
        if (condition.get("status").equals(admittedStatus(route)) && host(route).equals(statusHost(route))) {
            return;
        }
        var timed = new LinkedHashMap<>(condition);
        timed.put(
                "lastTransitionTime",
                java.time.Instant.now()
                        .truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
                        .toString());
        var status = Map.of(
                "ingress",
                List.of(Map.of(
                        "host",
                        host(route),
                        "routerName",
                        "default",
                        "routerCanonicalHostname",
                        "router-default." + domain,
                        "wildcardPolicy",
                        "None",
                        "conditions",
                        List.of(timed))));
        route.setAdditionalProperty("status", JSON.convertValue(status, Object.class));
        try {
            client.genericKubernetesResources(ROUTES)
                    .inNamespace(route.getMetadata().getNamespace())
                    .resource(route)
                    .updateStatus();
        } catch (KubernetesClientException changedOrGone) {
            if (changedOrGone.getCode() != 409 && changedOrGone.getCode() != 404) {
                throw changedOrGone;
            }
            // The change that won brings an event of its own, and this is judged again.
        }
    }

    private String host(GenericKubernetesResource route) {
        String host = route.get("spec", "host");
        return host != null && !host.isEmpty()
                ? host
                : route.getMetadata().getName() + "-" + route.getMetadata().getNamespace() + "." + domain;
    }

    private static String path(GenericKubernetesResource route) {
        String path = route.get("spec", "path");
        return path == null ? "" : path;
    }

    private static String statusHost(GenericKubernetesResource route) {
        return route.get("status", "ingress", 0, "host");
    }

    private static String admittedStatus(GenericKubernetesResource route) {
        return route.get("status", "ingress", 0, "conditions", 0, "status");
    }
}
