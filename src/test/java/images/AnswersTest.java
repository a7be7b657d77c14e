package images;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no well-kept registry can be made to say; what one does say, RegistryIT asks it. */
class AnswersTest extends WithPlayedRegistry {
    @Test
    void a_manifest_is_asked_for_and_not_pulled() {
        registry.handler = exchange -> PlayedRegistry.say(exchange, 200, "Docker-Content-Digest", DIGEST);
        assertThat(registry.ask("eaf/al9:1")).isEqualTo(Answer.found(DIGEST));
        assertThat(registry.asked).containsExactly("HEAD /v2/eaf/al9/manifests/1 null");
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
        registry.handler =
                exchange -> PlayedRegistry.say(exchange, status, "Retry-After", status == 429 ? "40" : "soon");
        assertThat(registry.ask("eaf/al9:1").outcome()).isEqualTo(outcome);
        assertThat(registry.ask("eaf/al9:1").reason()).contains(reason, registry.host());
    }

    @Test
    void without_its_header_the_digest_is_of_the_manifest() {
        registry.handler = exchange -> {
            if (exchange.getRequestMethod().equals("HEAD")) {
                PlayedRegistry.say(exchange, 200, "Docker-Content-Digest", "sha256:short");
            } else {
                PlayedRegistry.body(exchange, "{}");
            }
        };
        // printf '{}' | sha256sum
        assertThat(registry.ask("eaf/al9:1"))
                .isEqualTo(Answer.found("sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"));
    }

    @Test
    void another_digest_than_the_one_asked_for_is_not_found() {
        registry.handler = exchange -> PlayedRegistry.say(exchange, 200, "Docker-Content-Digest", DIGEST);
        String other = "sha256:" + "f".repeat(64);
        assertThat(registry.ask("eaf/al9@" + other).outcome()).isEqualTo(Outcome.UNREACHABLE);
        assertThat(registry.ask("eaf/al9@" + other).reason()).contains(DIGEST, other);
    }

    @ParameterizedTest
    @CsvSource({
        "/v2/eaf/al9/manifests/1, leads from one address to the next",
        "http://192.0.2.1/x, which is not TLS",
        "file:///etc/passwd, which is not TLS",
        "https://a b/, leads to what is no address"
    })
    void no_redirect_leads_in_a_circle_or_out_of_tls(String location, String reason) {
        registry.handler = exchange -> PlayedRegistry.say(exchange, 307, "Location", location);
        assertThat(registry.ask("eaf/al9:1").outcome()).isEqualTo(Outcome.UNREACHABLE);
        assertThat(registry.ask("eaf/al9:1").reason()).contains(reason);
    }

    @Test
    void a_registry_that_does_not_answer_is_not_waited_for() {
        registry.handler = exchange -> {
            try {
                registry.end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        assertThat(registry.ask("eaf/al9:1").reason()).contains("did not answer within 1s");
    }

    @Test
    void two_names_of_one_image_are_one_question_and_a_name_that_cannot_be_is_none() {
        registry.handler = exchange -> PlayedRegistry.say(exchange, 200, "Docker-Content-Digest", DIGEST);
        var images =
                List.of(registry.host() + "/eaf/al9", registry.host() + "/eaf/al9:latest", registry.host() + "/EAF:1");
        assertThat(registry.client().ask(images).values())
                .containsExactly(
                        Answer.missing(
                                "no image can have this name: \"EAF\" is no repository; parts in lower case between"
                                        + " slashes"),
                        Answer.found(DIGEST),
                        Answer.found(DIGEST));
        assertThat(registry.asked).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1:1/a:1, nothing listens at 127.0.0.1:1", "a.invalid/b:1, there is no host a.invalid"})
    void who_is_not_there_is_unreachable(String image, String reason) {
        var answer = registry.client().ask(List.of(image)).get(image);
        assertThat(answer.outcome()).isEqualTo(Outcome.UNREACHABLE);
        assertThat(answer.reason()).contains(reason);
    }
}
