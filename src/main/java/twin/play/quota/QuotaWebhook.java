package twin.play.quota;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** The door by which the API server asks {@link ClusterQuotas}: AdmissionReviews over TLS on loopback. */
public final class QuotaWebhook implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Class<? extends HasMetadata>> KINDS =
            Map.of("Pod", Pod.class, "PersistentVolumeClaim", PersistentVolumeClaim.class);

    private final ClusterQuotas quotas;
    private final HttpsServer http;
    private final ExecutorService threads;
    private final String url;

    /** Listens from now on. */
    public QuotaWebhook(int port, SSLContext tls, ClusterQuotas quotas) throws IOException {
        this.quotas = quotas;
        // The API server brings no certificate: nobody else knows the path, which is another at each start.
        String path = "/" + UUID.randomUUID();
        this.http = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        http.setHttpsConfigurator(new HttpsConfigurator(tls));
        // As many threads as connections: the API server opens more than it needs at once, and the JDK's server keeps a
        // thread waiting on each for its first request.
        this.threads = Executors.newCachedThreadPool();
        http.setExecutor(threads);
        http.createContext(path, this::handle);
        http.start();
        this.url = "https://127.0.0.1:" + http.getAddress().getPort() + path;
    }

    /** Where the API server asks. */
    public String url() {
        return url;
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode request = JSON.readTree(exchange.getRequestBody()).path("request");
            byte[] answer = JSON.writeValueAsBytes(Map.of(
                    "apiVersion",
                    "admission.k8s.io/v1",
                    "kind",
                    "AdmissionReview",
                    "response",
                    response(request.path("uid").asText(), refusal(request))));
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        } catch (RuntimeException e) {
            // Closed without an answer, the API server refuses: what cannot be counted is not let in.
            System.out.println("a quota could not be judged: " + e);
        }
    }

    private Optional<String> refusal(JsonNode request) {
        HasMetadata object = object(request.path("object")).orElseThrow();
        return quotas.refusal(
                        request.path("namespace").asText(),
                        object,
                        object(request.path("oldObject")),
                        request.path("dryRun").asBoolean())
                .map(why -> request.path("resource").path("resource").asText() + " \""
                        + object.getMetadata().getName() + "\" is forbidden: " + why);
    }

    private static Optional<HasMetadata> object(JsonNode object) {
        return object.isObject()
                ? Optional.of(Serialization.unmarshal(
                        object.toString(), KINDS.get(object.path("kind").asText())))
                : Optional.empty();
    }

    private static Map<String, Object> response(String uid, Optional<String> refusal) {
        return refusal.<Map<String, Object>>map(why -> Map.of(
                        "uid",
                        uid,
                        "allowed",
                        false,
                        "status",
                        Map.of("code", 403, "reason", "Forbidden", "message", why)))
                .orElse(Map.of("uid", uid, "allowed", true));
    }
}
