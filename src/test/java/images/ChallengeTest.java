package images;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChallengeTest {
    @Test
    void the_one_of_a_token_service_has_its_parameters() {
        assertThat(
                        Challenge.parse(
                                List.of(
                                        "Bearer realm=\"https://auth.docker.io/token\",service=\"registry.docker.io\",scope=\"repository:a/b:pull,push\"")))
                .containsExactly(new Challenge(
                        "bearer",
                        Map.of(
                                "realm",
                                "https://auth.docker.io/token",
                                "service",
                                "registry.docker.io",
                                "scope",
                                "repository:a/b:pull,push")));
    }

    @Test
    void several_stand_in_one_header_or_in_many() {
        assertThat(Challenge.parse(List.of("Negotiate, BASIC realm=\"Bearer of \\\"news\\\"\"", "bearer Realm=x")))
                .containsExactly(
                        new Challenge("negotiate", Map.of()),
                        new Challenge("basic", Map.of("realm", "Bearer of \"news\"")),
                        new Challenge("bearer", Map.of("realm", "x")));
    }

    @Test
    void what_is_none_is_no_challenge() {
        assertThat(Challenge.parse(List.of("", "\"\"", "=,=", "realm=\"x\""))).isEmpty();
    }
}
