package target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a listing asks, and what it makes of answers that are none. */
class ListingTest {
    private static final ListedKind SECRET = new ListedKind("v1", "Secret");
    private static final ListedKind ROUTE = new ListedKind("route.openshift.io/v1", "Route");

    @TempDir
    Path folder;

    private final ConcurrentSkipListSet<String> asked = new ConcurrentSkipListSet<>();
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String request = exchange.getRequestURI().toString();
            asked.add(request + " " + exchange.getRequestHeaders().getFirst("Accept"));
            String answer = answers.getOrDefault(request, "404 {}");
            byte[] body = answer.substring(4).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(Integer.parseInt(answer.substring(0, 3)), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        Kubeconfigs.write(
                folder.resolve("kubeconfig"),
                "http://127.0.0.1:" + server.getAddress().getPort());
        answers.put(
                "/api/v1",
                "200 {\"kind\":\"APIResourceList\",\"resources\":[{\"name\":\"secrets\",\"kind\":\"Secret\"}]}");
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    @Test
    void all_pages_of_what_carries_the_label_are_asked_for_with_their_metadata_alone() {
        String first = "/api/v1/secrets?limit=500&labelSelector=app.kubernetes.io%2Fmanaged-by%3Dfacility";
        answers.put(first, "200 {\"metadata\":{\"continue\":\"a=\"},\"items\":[" + item("a") + "]}");
        answers.put(first + "&continue=a%3D", "200 {\"metadata\":{},\"items\":[" + item("b") + "]}");
        try (var listing = listing()) {
            assertThat(listing.labelled(List.of(SECRET)))
                    .extracting(object -> object.namespace() + "/" + object.name())
                    .containsExactly("hub/a", "hub/b");
        }
        assertThat(asked).contains(first + " application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1");
    }

    @Test
    void what_is_named_and_gone_is_left_out() {
        answers.put("/api/v1/namespaces/hub/secrets/a", "200 " + item("a"));
        try (var listing = listing()) {
            assertThat(listing.named(SECRET, List.of("hub/a", "hub/b")))
                    .extracting(ListedObject::name)
                    .containsExactly("a");
        }
    }

    @Test
    void what_may_not_be_listed_or_is_not_served_is_said_by_kind_and_never_certain() {
        String everything = "/api/v1/secrets?limit=500";
        answers.put(everything, "403 {}");
        try (var listing = listing()) {
            assertThatThrownBy(() -> listing.everything(List.of(SECRET)))
                    .isInstanceOf(UnlistedException.class)
                    .hasMessage("Secret of v1 cannot be listed: the server answers 403");
            assertThatThrownBy(() -> listing.everything(List.of(ROUTE)))
                    .hasMessage("Route of route.openshift.io/v1 cannot be listed: the cluster does not serve it");
            answers.put(everything, "200 <html>");
            assertThatThrownBy(() -> listing.everything(List.of(SECRET)))
                    .hasMessage("Secret of v1 cannot be listed: the server's answer is no JSON");
        }
        var declared = HeldObjectTest.tree("{metadata: {labels: {app.kubernetes.io/managed-by: facility}}}");
        var held = new HeldObject(SECRET, false, declared, new ListedObject(SECRET, declared));
        assertThat(Unmoved.all(target(), List.of(held))).isFalse();
        assertThat(Unmoved.all(target(), List.of())).isTrue();
    }

    private static String item(String name) {
        return "{\"metadata\":{\"namespace\":\"hub\",\"name\":\"" + name + "\"}}";
    }

    private Listing listing() {
        return Listing.on(target());
    }

    private Target target() {
        return new Target(
                "okd",
                folder.resolve("kubeconfig"),
                Optional.of("lab"),
                folder.resolve("identity"),
                Optional.empty(),
                Optional.of("1"));
    }
}
