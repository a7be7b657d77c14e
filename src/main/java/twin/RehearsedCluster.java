package twin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import twin.play.checkmk.Identity;

/**
 * An API server's address with hardly anything behind it, over verified TLS as a twin's: who has asked it has loaded the
 * classes of asking a cluster, to be archived.
 */
public final class RehearsedCluster implements AutoCloseable {
    private static final Map<String, String> ANSWERS = Map.of(
            "/readyz",
            "ok",
            "/api/v1/namespaces/kube-system",
            "{\"apiVersion\": \"v1\", \"kind\": \"Namespace\", \"metadata\": {\"name\": \"kube-system\", \"uid\": \"u\"}}",
            "/api/v1/nodes",
            "{\"apiVersion\": \"v1\", \"kind\": \"NodeList\", \"items\": [{\"metadata\": {\"name\": \"gpu-0\"},"
                    + " \"status\": {\"capacity\": {\"cpu\": \"4\"}, \"allocatable\": {\"cpu\": \"4\"}}}]}");

    private final HttpsServer http;
    private final Path kubeconfig;

    private RehearsedCluster(HttpsServer http, Path kubeconfig) {
        this.http = http;
        this.kubeconfig = kubeconfig;
    }

    /**
     * On a port of loopback that is free.
     *
     * @param folder for its certificates and its kubeconfig
     */
    public static RehearsedCluster start(Path folder) throws IOException {
        var pki = new Pki(folder.resolve("pki"));
        pki.create();
        var http = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setHttpsConfigurator(
                new HttpsConfigurator(Identity.of(pki.certificate("apiserver"), pki.key("apiserver"))));
        http.createContext("/", RehearsedCluster::answer);
        http.start();
        Path kubeconfig = folder.resolve("kubeconfig");
        new Kubeconfig(
                        "rehearsed",
                        http.getAddress().getPort(),
                        pki.authorityCertificate(),
                        pki.certificate("admin"),
                        pki.key("admin"))
                .writeTo(kubeconfig);
        return new RehearsedCluster(http, kubeconfig);
    }

    public Path kubeconfig() {
        return kubeconfig;
    }

    /** Asks what a start of a running twin asks. */
    public void ask() {
        try (var cluster = ClusterConnection.open(kubeconfig)) {
            if (cluster.ready()) {
                new Nodes(cluster.client()).match(List.of(new SimulatedNode("gpu-0", Map.of(), Map.of("cpu", "4"))));
            }
        }
    }

    @Override
    public void close() {
        http.stop(0);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String found = ANSWERS.get(exchange.getRequestURI().getPath());
        String text = found == null
                ? "{\"apiVersion\": \"v1\", \"kind\": \"Status\", \"status\": \"Failure\", \"code\": 404}"
                : found;
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(found == null ? 404 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
