package posting;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** A host on loopback that holds real state; what goes wrong on the way is added by {@link #trouble}. */
abstract class HostServer implements AutoCloseable {
    static {
        // Otherwise each answer waits 40 ms for the client's acknowledgement of its headers.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer http;
    private final String tokenHeader;
    private final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());
    private final List<Trouble> troubles = Collections.synchronizedList(new ArrayList<>());

    /** Goes wrong while the count lasts; {@code happens}: the change is made all the same, only its answer is lost. */
    private static final class Trouble {
        final Predicate<Asked> where;
        final Function<Asked, Reply> reply;
        final boolean happens;
        int times;

        Trouble(Predicate<Asked> where, int times, Function<Asked, Reply> reply, boolean happens) {
            this.where = where;
            this.times = times;
            this.reply = reply;
            this.happens = happens;
        }
    }

    HostServer(HttpServer http, String tokenHeader) {
        this.http = http;
        this.tokenHeader = tokenHeader;
        http.createContext("/", this::handle);
        http.start();
    }

    static HttpServer onLoopback() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    abstract Reply answer(Asked request);

    String authority() {
        return "127.0.0.1:" + http.getAddress().getPort();
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    List<Asked> asked(String method) {
        return asked().stream().filter(each -> each.method().equals(method)).toList();
    }

    void trouble(Predicate<Asked> where, int times, Function<Asked, Reply> reply) {
        troubles.add(new Trouble(where, times, reply, false));
    }

    void lostAnswer(Predicate<Asked> where, int times) {
        troubles.add(new Trouble(where, times, any -> Reply.plain(502, "<html>Bad Gateway</html>"), true));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Asked request = Asked.of(exchange, tokenHeader);
            asked.add(request);
            Reply reply = replyTo(request);
            byte[] bytes = reply.text().getBytes(StandardCharsets.UTF_8);
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private synchronized Reply replyTo(Asked request) {
        Optional<Trouble> trouble = troubles.stream()
                .filter(each -> each.times > 0 && each.where.test(request))
                .findFirst();
        if (trouble.isEmpty()) {
            return answer(request);
        }
        trouble.get().times--;
        if (trouble.get().happens) {
            answer(request);
        }
        return trouble.get().reply.apply(request);
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
