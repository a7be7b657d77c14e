package images;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import house.TestAuthority;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no well-kept registry can be made to say; what one does say, RegistryIT asks it. */
class AnswersTest {
    private static final String DIGEST = "sha256:" + "0a1b".repeat(16);
    private static final String SECRET = "pass:word";

    @TempDir
    static Path certified;

    private static SSLContext tls;
    private static Path authority;

    @TempDir
    Path home;

    /** {@code method path authorization}, of each request. */
    private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();

    private final CountDownLatch end = new CountDownLatch(1);
    private HttpsServer server;
    private Handler handler;

    private interface Handler {
        void answer(HttpExchange exchange) throws IOException;
    }

    @BeforeAll
    static void certify() throws Exception {
        var made = new TestAuthority(certified);
        authority = made.certificate();
        tls = made.tls(made.issue("registry", "localhost,IP:127.0.0.1"));
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        for (String host : List.of(host(), mirror())) {
            Path folder = home.resolve(".config/containers/certs.d").resolve(host);
            Files.createDirectories(folder);
            Files.copy(authority, folder.resolve("ca.crt"));
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + authorization);
            try (exchange) {
                handler.answer(exchange);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
        ((java.util.concurrent.ExecutorService) server.getExecutor()).shutdownNow();
    }

    private String host() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** The same server by another name. */
    private String mirror() {
        return "localhost:" + server.getAddress().getPort();
    }

    private Answer ask(String path) {
        String image = host() + "/" + path;
        return registries().ask(List.of(image)).get(image);
    }

    private Registries registries() {
        return Registries.ofUser(Map.of(), home, Duration.ofMillis(1500));
    }

    private static void say(HttpExchange exchange, int status, String... headers) throws IOException {
        for (int i = 0; i < headers.length; i += 2) {
            exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
        }
        exchange.sendResponseHeaders(status, -1);
    }

    private static void body(HttpExchange exchange, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private void signIn(String key) throws IOException {
        Files.createDirectories(home.resolve(".docker"));
        Files.writeString(
                home.resolve(".docker/config.json"),
                "{\"auths\": {\"" + key + "\": {\"auth\": \"" + encoded() + "\"}}}");
    }

    private static String encoded() {
        return Base64.getEncoder().encodeToString(("ada:" + SECRET).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_manifest_is_asked_for_and_not_pulled() {
        handler = exchange -> say(exchange, 200, "Docker-Content-Digest", DIGEST);
        assertThat(ask("eaf/al9:1")).isEqualTo(Answer.found(DIGEST));
        assertThat(asked).containsExactly("HEAD /v2/eaf/al9/manifests/1 null");
    }

    @ParameterizedTest
    @CsvSource({
        "404, MISSING, there is no 1 of eaf/al9 at",
        "403, REFUSED, wants a sign-in for eaf/al9",
        "429, UNREACHABLE, 'answered 429, which is: asked too often; ask again in 40s'",
        "500, UNREACHABLE, answered 500",
        "204, UNREACHABLE, answered 204",
        "302, UNREACHABLE, answered 302"
    })
    void each_status_is_one_of_four_answers(int status, Outcome outcome, String reason) {
        handler = exchange -> say(exchange, status, "Retry-After", status == 429 ? "40" : "soon");
        assertThat(ask("eaf/al9:1").outcome()).isEqualTo(outcome);
        assertThat(ask("eaf/al9:1").reason()).contains(reason, host());
    }

    @Test
    void without_its_header_the_digest_is_of_the_manifest() {
        handler = exchange -> {
            if (exchange.getRequestMethod().equals("HEAD")) {
                say(exchange, 200, "Docker-Content-Digest", "sha256:short");
            } else {
                body(exchange, "{}");
            }
        };
        // printf '{}' | sha256sum
        assertThat(ask("eaf/al9:1"))
                .isEqualTo(Answer.found("sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"));
    }

    @Test
    void another_digest_than_the_one_asked_for_is_not_found() {
        handler = exchange -> say(exchange, 200, "Docker-Content-Digest", DIGEST);
        String other = "sha256:" + "f".repeat(64);
        assertThat(ask("eaf/al9@" + other).outcome()).isEqualTo(Outcome.UNREACHABLE);
        assertThat(ask("eaf/al9@" + other).reason()).contains(DIGEST, other);
    }

    @Test
    void a_token_is_fetched_with_the_sign_in_and_shown_to_the_registry_alone() throws IOException {
        signIn(host());
        handler = exchange -> {
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            if (exchange.getRequestURI().getPath().equals("/token")) {
                body(exchange, "{\"access_token\": \"t0ken\"}");
            } else if ("Bearer t0ken".equals(authorization)) {
                say(exchange, 200, "Docker-Content-Digest", DIGEST);
            } else {
                say(exchange, 401, "WWW-Authenticate", "Bearer realm=\"https://" + host() + "/token\",service=\"a b\"");
            }
        };
        assertThat(ask("eaf/al9:1")).isEqualTo(Answer.found(DIGEST));
        assertThat(asked)
                .containsExactly(
                        "HEAD /v2/eaf/al9/manifests/1 null",
                        "GET /token?service=a+b&scope=repository%3Aeaf%2Fal9%3Apull Basic " + encoded(),
                        "HEAD /v2/eaf/al9/manifests/1 Bearer t0ken");
    }

    @ParameterizedTest
    @CsvSource({
        "Bearer realm=\"https://HOST/token\", REFUSED, wants a sign-in",
        "Bearer realm=\"https://HOST/none\", UNREACHABLE, answered without a token",
        "Bearer realm=\"https://HOST/down\", UNREACHABLE, the token service HOST answered 503",
        "Bearer realm=\"http://registry.example.org/token\", UNREACHABLE, which is not TLS",
        "Bearer realm=\"file:///etc/passwd\", UNREACHABLE, which is not TLS",
        "Bearer, UNREACHABLE, names a token service with no address",
        "Bearer realm=\"https://a b\", UNREACHABLE, names a token service with no address",
        "Negotiate, UNREACHABLE, none of Basic and Bearer",
        "Basic realm=x, REFUSED, wants a sign-in"
    })
    void a_sign_in_that_fails_is_told_from_a_registry_that_is_broken(String challenge, Outcome outcome, String reason) {
        handler = exchange -> {
            switch (exchange.getRequestURI().getPath()) {
                case "/token" -> say(exchange, 401);
                case "/none" -> body(exchange, "<html>");
                case "/down" -> say(exchange, 503);
                default -> say(exchange, 401, "WWW-Authenticate", challenge.replace("HOST", host()));
            }
        };
        var answer = ask("eaf/al9:1");
        assertThat(answer.outcome()).as(answer.reason()).isEqualTo(outcome);
        assertThat(answer.reason()).contains(reason.replace("HOST", host()));
    }

    @Test
    void a_sign_in_that_is_turned_down_names_its_file_and_shows_nothing_of_it() throws IOException {
        signIn(host());
        handler = exchange -> say(exchange, 401, "WWW-Authenticate", "Basic realm=\"x\"");
        assertThat(ask("eaf/al9:1").outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(ask("eaf/al9:1").reason())
                .contains("does not take the sign-in of " + home.resolve(".docker/config.json"))
                .doesNotContain(SECRET, encoded(), "ada");
    }

    @Test
    void a_broken_auth_file_is_an_answer() throws IOException {
        Files.createDirectories(home.resolve(".docker"));
        Files.writeString(home.resolve(".docker/config.json"), "{");
        handler = exchange -> say(exchange, 401, "WWW-Authenticate", "Basic realm=\"x\"");
        assertThat(ask("eaf/al9:1").reason()).contains("is no JSON");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void a_mirror_is_followed_and_gets_no_sign_in(int status) throws IOException {
        signIn(host());
        handler = exchange -> {
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            if (exchange.getRequestHeaders().getFirst("Host").equals(mirror())) {
                say(exchange, 200, "Docker-Content-Digest", DIGEST);
            } else if (authorization == null) {
                say(exchange, 401, "WWW-Authenticate", "Basic realm=\"x\"");
            } else {
                say(exchange, status, "Location", "https://" + mirror() + "/there");
            }
        };
        assertThat(ask("eaf/al9:1")).isEqualTo(Answer.found(DIGEST));
        assertThat(asked).last().isEqualTo("HEAD /there null");
    }

    @Test
    void a_mirror_that_wants_a_sign_in_does_not_get_the_registrys() throws IOException {
        signIn(host());
        handler = exchange -> {
            if (exchange.getRequestHeaders().getFirst("Host").equals(mirror())) {
                say(exchange, 401, "WWW-Authenticate", "Basic realm=\"x\"");
            } else {
                say(exchange, 307, "Location", "https://" + mirror() + "/there");
            }
        };
        assertThat(ask("eaf/al9:1").outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(asked).allMatch(request -> request.endsWith(" null"));
    }

    @ParameterizedTest
    @CsvSource({
        "/v2/eaf/al9/manifests/1, leads from one address to the next",
        "http://192.0.2.1/x, which is not TLS",
        "file:///etc/passwd, which is not TLS",
        "https://a b/, leads to what is no address"
    })
    void no_redirect_leads_in_a_circle_or_out_of_tls(String location, String reason) {
        handler = exchange -> say(exchange, 307, "Location", location);
        assertThat(ask("eaf/al9:1").outcome()).isEqualTo(Outcome.UNREACHABLE);
        assertThat(ask("eaf/al9:1").reason()).contains(reason);
    }

    @Test
    void a_registry_that_does_not_answer_is_not_waited_for() {
        handler = exchange -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        assertThat(ask("eaf/al9:1").reason()).contains("did not answer within 1s");
    }

    @Test
    void two_names_of_one_image_are_one_question_and_a_name_that_cannot_be_is_none() {
        handler = exchange -> say(exchange, 200, "Docker-Content-Digest", DIGEST);
        var images = List.of(host() + "/eaf/al9", host() + "/eaf/al9:latest", host() + "/EAF:1");
        assertThat(registries().ask(images).values())
                .containsExactly(
                        Answer.missing(
                                "no image can have this name: \"EAF\" is no repository; parts in lower case between"
                                        + " slashes"),
                        Answer.found(DIGEST),
                        Answer.found(DIGEST));
        assertThat(asked).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1:1/a:1, nothing listens at 127.0.0.1:1", "a.invalid/b:1, there is no host a.invalid"})
    void who_is_not_there_is_unreachable(String image, String reason) {
        var answer = registries().ask(List.of(image)).get(image);
        assertThat(answer.outcome()).isEqualTo(Outcome.UNREACHABLE);
        assertThat(answer.reason()).contains(reason);
    }
}
