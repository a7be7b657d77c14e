package campaign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.internal.SSLUtils;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/**
 * The floor of any preview: one server-side apply of each object as a dry run, sent by the JDK's own HTTP client and read
 * by nobody. As many at a time as the engine has steps at a time: four for each core (its default of {@code --parallel}).
 */
public final class DryRuns {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int AT_A_TIME = 4 * Runtime.getRuntime().availableProcessors();

    private final HttpClient client;
    private final String server;
    private final Map<String, JsonNode> kinds = new HashMap<>();

    private DryRuns(HttpClient client, String server) {
        this.client = client;
        this.server = server;
    }

    /** @param args the list that {@code cli.DesiredManifests} writes, and a kubeconfig */
    public static void main(String[] args) throws IOException, InterruptedException, GeneralSecurityException {
        var config = Config.fromKubeconfig(Files.readString(Path.of(args[1])));
        var client =
                HttpClient.newBuilder().sslContext(SSLUtils.sslContext(config)).build();
        var runs = new DryRuns(client, config.getMasterUrl().replaceAll("/$", ""));
        int sent = runs.send(JSON.readTree(Path.of(args[0]).toFile()));
        System.out.println(sent + " dry runs");
        System.exit(0);
    }

    private int send(JsonNode objects) throws IOException, InterruptedException {
        var free = new Semaphore(AT_A_TIME);
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (JsonNode each : objects) {
            var request = request(each.get("object"));
            free.acquire();
            all.add(client.sendAsync(request, BodyHandlers.ofString())
                    .whenComplete((answer, failure) -> free.release())
                    .thenAccept(DryRuns::requireTaken));
        }
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
        return all.size();
    }

    private static void requireTaken(HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.request().uri() + ": " + answer.body());
        }
    }

    private HttpRequest request(JsonNode object) throws IOException, InterruptedException {
        String version = object.get("apiVersion").asText();
        var kind = kind(version, object.get("kind").asText());
        var metadata = object.get("metadata");
        String namespace = kind.path("namespaced").asBoolean()
                ? "/namespaces/" + metadata.get("namespace").asText()
                : "";
        String path = root(version) + namespace + "/" + kind.get("name").asText() + "/"
                + metadata.get("name").asText();
        return HttpRequest.newBuilder(URI.create(server + path + "?dryRun=All&fieldManager=facility&force=true"))
                .header("Content-Type", "application/apply-patch+yaml")
                .method("PATCH", BodyPublishers.ofByteArray(JSON.writeValueAsBytes(object)))
                .build();
    }

    private static String root(String version) {
        return (version.contains("/") ? "/apis/" : "/api/") + version;
    }

    /** What the server says of a kind; asked once for each version. */
    private JsonNode kind(String version, String kind) throws IOException, InterruptedException {
        if (!kinds.containsKey(version)) {
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create(server + root(version))).build(), BodyHandlers.ofString());
            requireTaken(answer);
            kinds.put(version, JSON.readTree(answer.body()).get("resources"));
        }
        for (JsonNode each : kinds.get(version)) {
            if (each.get("kind").asText().equals(kind)
                    && !each.get("name").asText().contains("/")) {
                return each;
            }
        }
        throw new IllegalStateException("the server knows no " + version + " " + kind);
    }
}
