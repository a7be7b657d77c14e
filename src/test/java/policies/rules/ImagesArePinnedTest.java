package policies.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ImagesArePinnedTest {
    @Test
    void a_release_and_a_digest_pass() {
        assertThat(Asked.of(new ImagesArePinned())
                        .about(
                                Asked.deployment("image: registry.example.org:5000/hub:4.4.0", ""),
                                Asked.deployment("image: hub@sha256:0123", "")))
                .isEmpty();
    }

    @Test
    void a_tag_that_moves_and_none_at_all_are_named() {
        assertThat(Asked.of(new ImagesArePinned()).about(Asked.deployment("image: hub:latest", "")))
                .singleElement()
                .asString()
                .startsWith(
                        "Deployment jupyterhub/hub: container hub takes an image that moves, hub:latest; a digest, or a"
                                + " tag other than latest, main,");
        for (String moving : new String[] {"noble", "release", "3.12-latest", "LATEST", "2026-dev"}) {
            assertThat(Asked.of(new ImagesArePinned()).about(Asked.deployment("image: hub:" + moving, "")))
                    .as(moving)
                    .hasSize(1);
        }
        assertThat(Asked.of(new ImagesArePinned()).about(Asked.deployment("image: registry.example.org:5000/hub", "")))
                .hasSize(1);
    }

    @Test
    void only_a_digest_will_do_where_the_settings_say_so() {
        assertThat(Asked.of(new ImagesArePinned()).with("digest", true).about(Asked.deployment("image: hub:4.4.0", "")))
                .singleElement()
                .asString()
                .contains("; a digest, @sha256:...;");
    }
}
