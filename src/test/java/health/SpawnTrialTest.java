package health;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import target.Kubeconfigs;
import target.Target;

/** Where the token comes from, and what comes of one that cannot be had; nothing that is said ever holds it. */
class SpawnTrialTest {
    private static final String TOKEN = "0123456789abcdef";
    private static final String SECRET =
            "{\"kind\": \"Secret\", \"apiVersion\": \"v1\", \"data\": {\"key\": \"MDEyMzQ1Njc4OWFiY2RlZg==\"}}";

    @TempDir
    Path folder;

    private final List<String> authorizations = new ArrayList<>();
    private HttpServer server;
    private int status = 200;
    private String secret = SECRET;

    /** An API server with one Secret, and a hub that repeats what it was asked with. */
    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                boolean hub = exchange.getRequestURI().getPath().startsWith("/hub/");
                String authorization = exchange.getRequestHeaders().getFirst("Authorization");
                if (hub) {
                    authorizations.add(authorization);
                }
                byte[] said = (hub ? "{\"message\": \"no right for " + authorization + "\"}" : secret)
                        .getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(hub ? 403 : status, said.length);
                exchange.getResponseBody().write(said);
            }
        });
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    @Test
    void the_token_of_the_secret_is_sent_to_the_hub_and_never_said() throws IOException {
        Finding finding = tried("okd", "key");
        assertThat(authorizations).containsExactly("token " + TOKEN);
        assertThat(finding)
                .isEqualTo(Finding.red(
                        "jupyterhub",
                        "spawn of fermi/rescue for facility-health",
                        "the hub answers 403: no right for token (secret hubHealthToken) when it is asked for"
                                + " facility-health"));
    }

    @Test
    void a_token_that_is_not_there_or_not_to_be_read_is_red() throws IOException {
        assertThat(tried("okd", "another").reason())
                .isEqualTo("key another of Secret jupyterhub/hub-secrets is not there: bring the environment up first");
        status = 404;
        secret = "{\"kind\": \"Status\", \"code\": 404}";
        assertThat(tried("okd", "key").reason()).contains("is not there: bring the environment up first");
        status = 403;
        secret = "{\"kind\": \"Status\", \"code\": 403}";
        assertThat(tried("okd", "key").reason())
                .isEqualTo("key key of Secret jupyterhub/hub-secrets cannot be read: the cluster answers 403");
        assertThat(authorizations).isEmpty();
    }

    @Test
    void on_a_twin_nobody_is_asked() throws IOException {
        Finding finding = tried("twin/dev", "key");
        assertThat(finding.outcome()).isEqualTo(Outcome.NOT_ASKED);
        assertThat(finding.reason()).isEqualTo("nothing listens on a twin");
        assertThat(authorizations).isEmpty();
    }

    private Finding tried(String name, String key) throws IOException {
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        Path kubeconfig = Kubeconfigs.write(folder.resolve("kubeconfig"), url);
        var target = new Target(
                name, kubeconfig, Optional.of("lab"), folder.resolve("identity"), Optional.empty(), Optional.empty());
        var wish = new SpawnWish("jupyterhub", url, "facility-health", "fermi", "rescue", Duration.ofSeconds(5));
        var place = new SpawnTrial.TokenPlace("jupyterhub", "hub-secrets", key, "(secret hubHealthToken)");
        var said = new ArrayList<String>();
        Finding finding = new SpawnTrial(wish, target, place).run(said::add).finding();
        assertThat(said).isEmpty();
        return finding;
    }
}
