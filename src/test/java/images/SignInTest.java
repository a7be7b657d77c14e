package images;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sign-ins with registries, token services and mirrors; Basic with a real one is in RegistryIT. */
class SignInTest extends WithPlayedRegistry {
    private static final String SECRET = "pass:word";

    private void signIn(String key) throws IOException {
        Files.createDirectories(home.resolve(".docker"));
        Files.writeString(
                home.resolve(".docker/config.json"),
                "{\"auths\": {\"" + key + "\": {\"auth\": \"" + encoded() + "\"}}}");
    }

    private static String encoded() {
        return Base64.getEncoder().encodeToString(("ada:" + SECRET).getBytes(StandardCharsets.UTF_8));
    }

    /** The manifest for whoever shows the token; for others, where there is one. */
    private static void foundWith(HttpExchange exchange, String token, String realm, String further)
            throws IOException {
        if (("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            PlayedRegistry.say(exchange, 200, "Docker-Content-Digest", DIGEST);
        } else {
            PlayedRegistry.say(
                    exchange, 401, "WWW-Authenticate", "Bearer realm=\"https://" + realm + "/token\"," + further);
        }
    }

    @Test
    void a_token_is_fetched_with_the_sign_in_and_shown_to_the_registry_alone() throws IOException {
        signIn(registry.host());
        registry.handler = exchange -> {
            if (exchange.getRequestURI().getPath().equals("/token")) {
                PlayedRegistry.body(exchange, "{\"access_token\": \"t0ken\"}");
            } else {
                foundWith(exchange, "t0ken", registry.host(), "service=\"a b\"");
            }
        };
        assertThat(registry.ask("eaf/al9:1")).isEqualTo(Answer.found(DIGEST));
        assertThat(registry.asked)
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
        registry.handler = exchange -> {
            switch (exchange.getRequestURI().getPath()) {
                case "/token" -> PlayedRegistry.say(exchange, 401);
                case "/none" -> PlayedRegistry.body(exchange, "<html>");
                case "/down" -> PlayedRegistry.say(exchange, 503);
                default -> PlayedRegistry.say(
                        exchange, 401, "WWW-Authenticate", challenge.replace("HOST", registry.host()));
            }
        };
        var answer = registry.ask("eaf/al9:1");
        assertThat(answer.outcome()).as(answer.reason()).isEqualTo(outcome);
        assertThat(answer.reason()).contains(reason.replace("HOST", registry.host()));
    }

    @Test
    void a_sign_in_that_is_turned_down_names_its_file_and_shows_nothing_of_it() throws IOException {
        signIn(registry.host());
        registry.handler = exchange -> PlayedRegistry.say(exchange, 401, "WWW-Authenticate", "Basic realm=\"x\"");
        assertThat(registry.ask("eaf/al9:1").outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(registry.ask("eaf/al9:1").reason())
                .contains("does not take the sign-in of " + home.resolve(".docker/config.json"))
                .doesNotContain(SECRET, encoded(), "ada");
    }

    @Test
    void a_broken_auth_file_is_an_answer() throws IOException {
        Files.createDirectories(home.resolve(".docker"));
        Files.writeString(home.resolve(".docker/config.json"), "{");
        registry.handler = exchange -> PlayedRegistry.say(exchange, 401, "WWW-Authenticate", "Basic realm=\"x\"");
        assertThat(registry.ask("eaf/al9:1").reason()).contains("is no JSON");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void a_mirror_is_followed_and_gets_no_sign_in(int status) throws IOException {
        signIn(registry.host());
        registry.handler = exchange -> {
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            if (exchange.getRequestHeaders().getFirst("Host").equals(registry.mirror())) {
                PlayedRegistry.say(exchange, 200, "Docker-Content-Digest", DIGEST);
            } else if (authorization == null) {
                PlayedRegistry.say(exchange, 401, "WWW-Authenticate", "Basic realm=\"x\"");
            } else {
                PlayedRegistry.say(exchange, status, "Location", "https://" + registry.mirror() + "/there");
            }
        };
        assertThat(registry.ask("eaf/al9:1")).isEqualTo(Answer.found(DIGEST));
        assertThat(registry.asked).last().isEqualTo("HEAD /there null");
    }

    @Test
    void a_mirrors_token_is_fetched_without_a_sign_in_and_shown_to_the_mirror() throws IOException {
        signIn(registry.host());
        registry.handler = exchange -> {
            if (!exchange.getRequestHeaders().getFirst("Host").equals(registry.mirror())) {
                PlayedRegistry.say(exchange, 307, "Location", "https://" + registry.mirror() + "/there");
            } else if (exchange.getRequestURI().getPath().equals("/token")) {
                PlayedRegistry.body(exchange, "{\"token\": \"anyones\"}");
            } else {
                foundWith(exchange, "anyones", registry.mirror(), "scope=\"x\"");
            }
        };
        assertThat(registry.ask("eaf/al9:1")).isEqualTo(Answer.found(DIGEST));
        assertThat(registry.asked)
                .containsExactly(
                        "HEAD /v2/eaf/al9/manifests/1 null",
                        "HEAD /there null",
                        "GET /token?scope=x null",
                        "HEAD /there Bearer anyones");
    }

    @Test
    void a_mirror_that_wants_a_sign_in_does_not_get_the_registrys() throws IOException {
        signIn(registry.host());
        registry.handler = exchange -> {
            if (exchange.getRequestHeaders().getFirst("Host").equals(registry.mirror())) {
                PlayedRegistry.say(exchange, 401, "WWW-Authenticate", "Basic realm=\"x\"");
            } else {
                PlayedRegistry.say(exchange, 307, "Location", "https://" + registry.mirror() + "/there");
            }
        };
        assertThat(registry.ask("eaf/al9:1").outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(registry.asked).allMatch(request -> request.endsWith(" null"));
    }
}
