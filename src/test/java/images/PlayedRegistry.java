package images;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** A server that says what no well-kept registry can be made to say. */
final class PlayedRegistry implements AutoCloseable {
    /** {@code method path authorization}, of each request. */
    final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();

    /** Until the test is over. */
    final CountDownLatch end = new CountDownLatch(1);

    Handler handler;

    private final HttpsServer server;
    private final Path home;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    interface Handler {
        void answer(HttpExchange exchange) throws IOException;
    }

    /**
     * Starts it.
     *
     * @param home of a user who trusts it by both of its names
     */
    PlayedRegistry(SSLContext tls, Path authority, Path home) throws IOException {
        this.home = home;
        this.server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        for (String host : List.of(host(), mirror())) {
            Path folder = home.resolve(".config/containers/certs.d").resolve(host);
            Files.createDirectories(folder);
            Files.copy(authority, folder.resolve("ca.crt"));
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + authorization);
            try (exchange) {
                handler.answer(exchange);
            }
        });
        server.start();
    }

    String host() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** The same server by another name. */
    String mirror() {
        return "localhost:" + server.getAddress().getPort();
    }

    Registries client() {
        return Registries.ofUser(Map.of(), home, Duration.ofMillis(1500));
    }

    Answer ask(String path) {
        String image = host() + "/" + path;
        return client().ask(List.of(image)).get(image);
    }

    static void say(HttpExchange exchange, int status, String... headers) throws IOException {
        for (int i = 0; i < headers.length; i += 2) {
            exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
        }
        exchange.sendResponseHeaders(status, -1);
    }

    static void body(HttpExchange exchange, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
