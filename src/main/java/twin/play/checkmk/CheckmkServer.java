package twin.play.checkmk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiPredicate;
import javax.net.ssl.SSLContext;

/** A CheckMK server that is played: its REST API over verified TLS on loopback, with state, versions and activation. */
public final class CheckmkServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpsServer http;
    // A thread for each connection: callers open some ahead, and a thread waits on each.
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final BiPredicate<String, String> credentials;
    private final Watcher watcher;
    private final Site site;
    private final Api api;

    /** Sees each call, and may spoil it: a test's way to a lost answer or a failing server. */
    public interface Watcher {
        /** Before a call is carried out; a status that is not 0 is answered instead. */
        default int before(String method, String path) {
            return 0;
        }

        /** After it was carried out; true drops the connection without an answer. */
        default boolean drop(String method, String path) {
            return false;
        }
    }

    /**
     * @param port 0 for any
     * @param file where the state is kept
     * @param credentials which users with which secrets are let in
     * @param activation how long an activation takes
     */
    public CheckmkServer(
            int port,
            SSLContext tls,
            Path file,
            BiPredicate<String, String> credentials,
            Duration activation,
            Watcher watcher)
            throws IOException {
        this.credentials = credentials;
        this.watcher = watcher;
        this.site = new Site(file);
        this.api = new Api(site, activation);
        this.http = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        http.setHttpsConfigurator(new HttpsConfigurator(tls));
        http.setExecutor(threads);
        http.createContext("/", this::handle);
        http.start();
    }

    public int port() {
        return http.getAddress().getPort();
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().replaceFirst("^/[^/]+/check_mk/api/1\\.0", "");
        String method = exchange.getRequestMethod();
        byte[] body = exchange.getRequestBody().readAllBytes();
        int spoilt = watcher.before(method, path);
        Reply reply = spoilt == 0 ? answered(exchange, path, body) : Reply.problem(spoilt, "Spoilt", "by the test");
        if (watcher.drop(method, path)) {
            // Closed without a word: the client cannot know whether its change was made.
            exchange.close();
            return;
        }
        reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        byte[] text = reply.body().isMissingNode() ? new byte[0] : JSON.writeValueAsBytes(reply.body());
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(reply.status(), text.length == 0 ? -1 : text.length);
        if (text.length > 0) {
            exchange.getResponseBody().write(text);
        }
        exchange.close();
    }

    private Reply answered(HttpExchange exchange, String path, byte[] body) throws IOException {
        String[] words = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .orElse("")
                .split(" ", 3);
        if (words.length != 3 || !words[0].equals("Bearer") || !credentials.test(words[1], words[2])) {
            return Reply.problem(401, "Unauthorized", "Wrong credentials (Bearer header)");
        }
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (!exchange.getRequestMethod().equals("GET") && !"application/json".equals(type)) {
            return Reply.problem(415, "Unsupported Media Type", "Content type not valid.");
        }
        JsonNode sent = body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
        var version = Optional.ofNullable(exchange.getRequestHeaders().getFirst("If-Match"));
        synchronized (site) {
            Reply reply = api.answer(new Request(
                    exchange.getRequestMethod(),
                    path,
                    query(exchange.getRequestURI().getRawQuery()),
                    sent,
                    version,
                    words[1]));
            if (!exchange.getRequestMethod().equals("GET")) {
                site.save();
            }
            return reply;
        }
    }

    private static Map<String, String> query(String text) {
        var values = new TreeMap<String, String>();
        for (String part : text == null ? new String[0] : text.split("&", -1)) {
            String[] pair = part.split("=", 2);
            values.put(pair[0], pair.length < 2 ? "" : URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
        }
        return values;
    }
}
