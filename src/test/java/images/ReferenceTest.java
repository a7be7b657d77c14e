package images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceTest {
    private static final String DIGEST = "sha256:" + "0a1b".repeat(16);

    @ParameterizedTest
    @CsvSource({
        "traefik, docker.io, library/traefik, latest",
        "traefik:3.3.5, docker.io, library/traefik, 3.3.5",
        "docker.io/traefik:3.3.5, docker.io, library/traefik, 3.3.5",
        "index.docker.io/traefik:3.3.5, docker.io, library/traefik, 3.3.5",
        "alpine/git:v2.49.1, docker.io, alpine/git, v2.49.1",
        "quay.io/jupyterhub/k8s-hub:4.4.0, quay.io, jupyterhub/k8s-hub, 4.4.0",
        "localhost/a, localhost, a, latest",
        "localhost:5000/a:1, localhost:5000, a, 1",
        "127.0.0.1:5000/eaf/al9:2026.11, 127.0.0.1:5000, eaf/al9, 2026.11",
        "'[::1]:5000/eaf/al9:2026.11', '[::1]:5000', eaf/al9, 2026.11",
        "registry.example.org:8443/a/b/c-d__e.f, registry.example.org:8443, a/b/c-d__e.f, latest"
    })
    void a_name_is_taken_apart_as_engines_do(String image, String host, String repository, String tag) {
        var reference = Reference.parse(image);
        assertThat(reference.host()).isEqualTo(host);
        assertThat(reference.repository()).isEqualTo(repository);
        assertThat(reference.tag()).contains(tag);
        assertThat(reference.wanted()).isEqualTo(tag);
        assertThat(Reference.parse(reference.toString())).isEqualTo(reference);
    }

    @ParameterizedTest
    @CsvSource({"traefik, ", "traefik:3.3.5, 3.3.5", "localhost:5000/a, ", "localhost:5000/a:1, 1"})
    void a_digest_is_what_is_asked_for_and_a_tag_beside_it_is_kept(String name, String tag) {
        var reference = Reference.parse(name + "@" + DIGEST);
        assertThat(reference.digest()).contains(DIGEST);
        assertThat(reference.wanted()).isEqualTo(DIGEST);
        assertThat(reference.tag().orElse(null)).isEqualTo(tag);
        assertThat(Reference.parse(reference.toString())).isEqualTo(reference);
    }

    @ParameterizedTest
    @CsvSource({
        "quay.io/Eaf/al9:1, '\"Eaf/al9\" is no repository'",
        "quay.io/eaf/al9:, '\"\" is no tag'",
        "quay.io/eaf/al9:-1, '\"-1\" is no tag'",
        "quay.io/eaf/al9@sha256:12, '\"sha256:12\" is no digest'",
        "quay.io//al9:1, is no repository",
        "quay.io/al9/:1, is no repository",
        "'quay.io/a b:1', is no repository",
        "'quay.io/../v2:1', is no repository",
        "quay_x.io/a:1, '\"quay_x.io\" is no registry'",
        "user@quay.io/a:1, is no digest",
        "quay.io:x/a, '\"quay.io:x\" is no registry'",
        "'', is no repository"
    })
    void what_no_image_can_be_called_is_refused_with_its_part(String image, String sentence) {
        assertThatThrownBy(() -> Reference.parse(image))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
    }

    @Property
    void any_text_is_a_name_that_can_be_asked_for_or_refused(@ForAll String text) {
        for (String image : new String[] {text, "quay.io/a:" + text, text + ".io/a:1", "quay.io/" + text + ":1"}) {
            try {
                var reference = Reference.parse(image);
                java.net.URI.create("https://" + reference.apiHost() + "/v2/" + reference.repository() + "/manifests/"
                        + reference.wanted());
            } catch (IllegalArgumentException refused) {
                assertThat(refused).hasMessageMatching("(?s)(\".*\" is no |its name is longer).*");
            }
        }
    }
}
