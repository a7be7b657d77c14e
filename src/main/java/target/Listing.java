package target;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import kube.Labels;

/**
 * Objects of a cluster by kind, their metadata alone: one request a kind and 500 objects, several kinds at once. For whoever
 * asks what is there, which objects are ours by their label, and who set their fields.
 *
 * <p>It never takes a server's old answer: without {@code resourceVersion} a list is as new as its request
 * (kubernetes.io/docs/reference/using-api/api-concepts, "Semantics for get and list").
 */
public final class Listing implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String METADATA_OF_MANY = "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1";
    private static final String METADATA_OF_ONE = "application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1";

    /** What kubectl asks for at once, too. */
    private static final int PAGE = 500;

    private static final String LABELLED = "&labelSelector=" + encoded(Labels.SELECTOR);
    private static final int TIMEOUT_SECONDS = 20;

    private final KubernetesClient client;
    private final TargetKinds kinds;

    private Listing(KubernetesClient client) {
        this.client = client;
        this.kinds = new TargetKinds(client, Map.of());
    }

    /** Of this cluster, until it is closed. */
    public static Listing on(Target target) {
        return new Listing(Identity.client(target));
    }

    /**
     * Every object of these kinds that carries the facility's label, whoever made it and whether or not a state knows it.
     *
     * @throws UnlistedException for a kind of which nothing can be said
     */
    public List<ListedObject> labelled(Collection<ListedKind> kinds) {
        return metadata(all(kinds, METADATA_OF_MANY, LABELLED));
    }

    /** The same, without regard to labels. */
    public List<ListedObject> everything(Collection<ListedKind> kinds) {
        return metadata(all(kinds, METADATA_OF_MANY, ""));
    }

    /** Whole objects, status included, of those that carry the label: for kinds that have few. */
    public Map<ListedKind, List<JsonNode>> labelledWhole(Collection<ListedKind> kinds) {
        return all(kinds, "application/json", LABELLED);
    }

    private static List<ListedObject> metadata(Map<ListedKind, List<JsonNode>> listed) {
        return listed.entrySet().stream()
                .flatMap(of ->
                        of.getValue().stream().map(object -> new ListedObject(of.getKey(), object.path("metadata"))))
                .toList();
    }

    private Map<ListedKind, List<JsonNode>> all(Collection<ListedKind> of, String accepted, String selector) {
        var asked = new TreeMap<ListedKind, CompletableFuture<List<JsonNode>>>();
        for (ListedKind kind : of) {
            String path = path(kind, "") + "?limit=" + PAGE + selector;
            asked.put(kind, pages(new Question(kind, path, accepted), "", new ArrayList<>()));
        }
        var listed = new TreeMap<ListedKind, List<JsonNode>>();
        asked.forEach((kind, answer) -> listed.put(kind, answered(answer)));
        return listed;
    }

    private record Question(ListedKind kind, String path, String accepted) {}

    /**
     * Of one kind these alone, where whoever asks knows their names.
     *
     * @param names each with its namespace and a slash before it, unless it belongs to the cluster
     * @return those that are there
     */
    public List<ListedObject> named(ListedKind kind, Collection<String> names) {
        List<CompletableFuture<Optional<JsonNode>>> asked =
                names.stream().distinct().map(name -> one(kind, name)).toList();
        return asked.stream()
                .flatMap(answer -> answered(answer).stream())
                .map(object -> new ListedObject(kind, object.path("metadata")))
                .toList();
    }

    private CompletableFuture<Optional<JsonNode>> one(ListedKind kind, String name) {
        int slash = name.indexOf('/');
        String path = path(kind, slash < 0 ? "" : name.substring(0, slash)) + "/" + name.substring(slash + 1);
        return answer(path, METADATA_OF_ONE)
                .thenApply(response -> response.code() == HttpURLConnection.HTTP_NOT_FOUND
                        ? Optional.empty()
                        : Optional.of(read(kind, response)));
    }

    private CompletableFuture<List<JsonNode>> pages(Question question, String next, List<JsonNode> before) {
        String page = question.path() + (next.isEmpty() ? "" : "&continue=" + encoded(next));
        return answer(page, question.accepted()).thenCompose(response -> {
            JsonNode list = read(question.kind(), response);
            list.path("items").forEach(before::add);
            String more = list.path("metadata").path("continue").asText("");
            return more.isEmpty()
                    ? CompletableFuture.completedFuture(List.copyOf(before))
                    : pages(question, more, before);
        });
    }

    private CompletableFuture<HttpResponse<byte[]>> answer(String path, String accepted) {
        String server = client.getConfiguration().getMasterUrl();
        var request = client.getHttpClient()
                .newHttpRequestBuilder()
                .uri(server.replaceAll("/+$", "") + path)
                .header("Accept", accepted)
                .timeout(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .build();
        return client.getHttpClient().sendAsync(request, byte[].class);
    }

    private static JsonNode read(ListedKind kind, HttpResponse<byte[]> response) {
        if (response.code() != HttpURLConnection.HTTP_OK) {
            throw new UnlistedException(kind, "the server answers " + response.code());
        }
        try {
            return JSON.readTree(response.body());
        } catch (IOException noJson) {
            throw new UnlistedException(kind, "the server's answer is no JSON");
        }
    }

    private static <T> T answered(CompletableFuture<T> answer) {
        try {
            return answer.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw KubernetesClientException.launderThrowable(failed.getCause());
        }
    }

    private String path(ListedKind kind, String namespace) {
        String version = kind.apiVersion();
        String plural = kinds.plural(version, kind.kind())
                .orElseThrow(() -> new UnlistedException(kind, "the cluster does not serve it"));
        return Stream.of(
                        version.contains("/") ? "/apis/" + version : "/api/" + version,
                        namespace.isEmpty() ? "" : "/namespaces/" + namespace,
                        "/" + plural)
                .reduce("", String::concat);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
    }
}
