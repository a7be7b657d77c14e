package target;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Whether what runs is ready. The provider looks at that when it reads some kinds (pulumi-kubernetes,
 * provider/pkg/await/awaiters.go: those with an {@code awaitRead}), and what is not ready comes to be an update. Stricter than
 * the provider is: only where this says yes, it would certainly say the same.
 */
final class Working {
    private static final ListedKind DEPLOYMENT = new ListedKind("apps/v1", "Deployment");
    private static final ListedKind SERVICE = new ListedKind("v1", "Service");
    private static final ListedKind ENDPOINTS = new ListedKind("v1", "Endpoints");
    private static final ListedKind CLAIM = new ListedKind("v1", "PersistentVolumeClaim");

    /** Those that are awaited and judged by others than us. */
    private static final Set<String> UNJUDGED = Set.of("DaemonSet", "Ingress", "Job", "Pod", "StatefulSet");

    private final Map<ListedKind, List<JsonNode>> listed;

    private Working(Map<ListedKind, List<JsonNode>> listed) {
        this.listed = listed;
    }

    /** Whether all of these are certainly ready. */
    static boolean all(Listing listing, List<HeldObject> held) {
        if (held.stream().anyMatch(object -> UNJUDGED.contains(object.kind().kind()))) {
            return false;
        }
        List<HeldObject> running = held.stream()
                .filter(object ->
                        object.kind().equals(DEPLOYMENT) || object.kind().equals(SERVICE))
                .toList();
        return running.isEmpty()
                || new Working(listing.labelledWhole(List.of(DEPLOYMENT, SERVICE, ENDPOINTS, CLAIM))).are(running);
    }

    /** What the lists hold, by kind. */
    static boolean all(Map<ListedKind, List<JsonNode>> listed, List<HeldObject> running) {
        return new Working(listed).are(running);
    }

    private boolean are(List<HeldObject> running) {
        return running.stream().allMatch(object -> {
            JsonNode live = live(
                    object.kind(), object.known().namespace(), object.known().name());
            return object.kind().equals(DEPLOYMENT) ? isRolledOut(live) : reaches(live);
        });
    }

    private boolean isRolledOut(JsonNode deployment) {
        JsonNode status = deployment.path("status");
        int wanted = deployment.path("spec").path("replicas").asInt(1);
        boolean everyReplica = List.of("replicas", "updatedReplicas", "readyReplicas", "availableReplicas").stream()
                .allMatch(count -> status.path(count).asInt(0) == wanted);
        return everyReplica
                && status.path("unavailableReplicas").asInt(0) == 0
                && status.path("observedGeneration").asLong(-1)
                        == deployment.path("metadata").path("generation").asLong()
                && holds(status, "Available", "")
                && holds(status, "Progressing", "NewReplicaSetAvailable")
                && hasItsClaims(deployment);
    }

    private static boolean holds(JsonNode status, String type, String reason) {
        return stream(status.path("conditions"))
                .anyMatch(condition -> condition.path("type").asText().equals(type)
                        && condition.path("status").asText().equals("True")
                        && (reason.isEmpty()
                                || condition.path("reason").asText().equals(reason)));
    }

    private boolean hasItsClaims(JsonNode deployment) {
        String namespace = deployment.path("metadata").path("namespace").asText();
        return stream(deployment.at("/spec/template/spec/volumes"))
                .filter(volume -> volume.has("persistentVolumeClaim"))
                .map(volume -> volume.at("/persistentVolumeClaim/claimName").asText())
                .allMatch(claim -> live(CLAIM, namespace, claim)
                        .at("/status/phase")
                        .asText()
                        .equals("Bound"));
    }

    /** As far as pods are waited for: not those of a Service without a selector, or without an address of its own. */
    private boolean reaches(JsonNode service) {
        JsonNode spec = service.path("spec");
        String type = spec.path("type").asText();
        if (service.isMissingNode() || type.equals("LoadBalancer")) {
            return false;
        }
        if (spec.path("selector").isEmpty()
                || spec.path("clusterIP").asText().equals("None")
                || type.equals("ExternalName")) {
            return true;
        }
        JsonNode metadata = service.path("metadata");
        JsonNode endpoints = live(
                ENDPOINTS,
                metadata.path("namespace").asText(),
                metadata.path("name").asText());
        return !endpoints.isMissingNode()
                && stream(endpoints.path("subsets"))
                        .allMatch(subset -> subset.path("notReadyAddresses").isEmpty());
    }

    private JsonNode live(ListedKind kind, String namespace, String name) {
        return listed.getOrDefault(kind, List.of()).stream()
                .filter(object -> object.at("/metadata/namespace").asText().equals(namespace)
                        && object.at("/metadata/name").asText().equals(name))
                .findFirst()
                .orElse(com.fasterxml.jackson.databind.node.MissingNode.getInstance());
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
