package health;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.APIResource;
import io.fabric8.kubernetes.api.model.APIResourceList;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import kube.Labels;

/** Reads what the cluster has of a member, whatever its kind, once: a look of its own for each look. */
final class LiveCluster {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final KubernetesClient client;
    private final Map<String, Optional<ResourceDefinitionContext>> kinds = new ConcurrentHashMap<>();
    private final Map<String, Map<String, GenericKubernetesResource>> labelled = new ConcurrentHashMap<>();

    LiveCluster(KubernetesClient client) {
        this.client = client;
    }

    /**
     * How a member stands now.
     *
     * @throws io.fabric8.kubernetes.client.KubernetesClientException when the cluster does not answer, or does not let us
     */
    Finding look(Member member) {
        var kind = kinds.computeIfAbsent(
                member.apiVersion() + " " + member.kind(), key -> kind(member.apiVersion(), member.kind()));
        return kind.isEmpty()
                ? Finding.red(
                        member.stack(),
                        member.title(),
                        "the cluster does not serve " + member.kind() + " of " + member.apiVersion())
                : Judgement.of(member, live(member, kind.get()));
    }

    private Optional<Live> live(Member member, ResourceDefinitionContext kind) {
        var listed = labelled.computeIfAbsent(member.apiVersion() + " " + member.kind(), key -> labelled(kind));
        return Optional.ofNullable(listed.get(path(member.namespace(), member.name())))
                .or(() -> Optional.ofNullable(named(member, kind)))
                .map(JSON::<JsonNode>valueToTree)
                .map(object -> new Live(object, beside(member, object)));
    }

    /** All of a kind that are ours, in one request: by path. Empty where we may not list, and each is asked for by name. */
    private Map<String, GenericKubernetesResource> labelled(ResourceDefinitionContext kind) {
        var listed = new TreeMap<String, GenericKubernetesResource>();
        try {
            client.genericKubernetesResources(kind)
                    .inAnyNamespace()
                    .withLabelSelector(Labels.SELECTOR)
                    .list()
                    .getItems()
                    .forEach(object -> listed.put(
                            path(
                                    Objects.requireNonNullElse(
                                            object.getMetadata().getNamespace(), ""),
                                    object.getMetadata().getName()),
                            object));
        } catch (KubernetesClientException refused) {
            listed.clear();
        }
        return listed;
    }

    private static String path(String namespace, String name) {
        return namespace + "/" + name;
    }

    private GenericKubernetesResource named(Member member, ResourceDefinitionContext kind) {
        var all = client.genericKubernetesResources(kind);
        return member.namespace().isEmpty()
                ? all.withName(member.name()).get()
                : all.inNamespace(member.namespace()).withName(member.name()).get();
    }

    private List<JsonNode> beside(Member member, JsonNode object) {
        return switch (member.kind()) {
            case "Deployment", "StatefulSet", "DaemonSet" -> trees(client.pods()
                    .inNamespace(member.namespace())
                    .withLabels(labels(object.at("/spec/selector/matchLabels")))
                    .list()
                    .getItems());
            case "CronJob" -> trees(client.batch()
                            .v1()
                            .jobs()
                            .inNamespace(member.namespace())
                            .list()
                            .getItems())
                    .stream()
                    .filter(job -> job.at("/metadata/ownerReferences/0/uid").equals(object.at("/metadata/uid")))
                    .toList();
            case "PersistentVolumeClaim" -> storageClass(
                    object.at("/spec/storageClassName").asText());
            default -> List.of();
        };
    }

    /** A claim of a volume that was there before it names none. */
    private List<JsonNode> storageClass(String name) {
        return name.isEmpty()
                ? List.of()
                : trees(Optional.ofNullable(client.storage()
                                .v1()
                                .storageClasses()
                                .withName(name)
                                .get())
                        .stream()
                        .toList());
    }

    private static Map<String, String> labels(JsonNode selector) {
        var labels = new TreeMap<String, String>();
        selector.properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        return labels;
    }

    private static List<JsonNode> trees(List<? extends HasMetadata> objects) {
        return objects.stream().map(JSON::<JsonNode>valueToTree).toList();
    }

    private Optional<ResourceDefinitionContext> kind(String apiVersion, String kind) {
        APIResourceList served = client.getApiResources(apiVersion);
        return served == null
                ? Optional.empty()
                : served.getResources().stream()
                        .filter(resource -> resource.getKind().equals(kind)
                                && !resource.getName().contains("/"))
                        .findFirst()
                        .map(resource -> context(apiVersion, resource));
    }

    private static ResourceDefinitionContext context(String apiVersion, APIResource resource) {
        int slash = apiVersion.indexOf('/');
        return new ResourceDefinitionContext.Builder()
                .withGroup(slash < 0 ? "" : apiVersion.substring(0, slash))
                .withVersion(apiVersion.substring(slash + 1))
                .withKind(resource.getKind())
                .withPlural(resource.getName())
                .withNamespaced(resource.getNamespaced())
                .build();
    }
}
