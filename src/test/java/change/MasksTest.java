package change;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasksTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SECRET = "pa/ss<wo>rd&=\"'quoted\"\\ ~(1)*!";
    private static final Masks MASKS = Masks.of(List.of(SECRET));

    @Test
    void a_secret_is_masked_as_it_is_and_within_a_text() {
        assertThat(MASKS.masked(SECRET)).isEqualTo(Masks.MASK);
        assertThat(MASKS.masked("postgres://hub:" + SECRET + "@db/hub")).isEqualTo("postgres://hub:[secret]@db/hub");
        assertThat(MASKS.masked("twice " + SECRET + " and " + SECRET)).isEqualTo("twice [secret] and [secret]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "abc", "user:"})
    void a_secret_is_masked_in_base64_whatever_stands_before_it(String before) {
        byte[] text = (before + SECRET + " and more").getBytes(StandardCharsets.UTF_8);
        assertThat(MASKS.masked(Base64.getEncoder().encodeToString(text))).contains(Masks.MASK);
        assertThat(MASKS.masked(Base64.getUrlEncoder().withoutPadding().encodeToString(text)))
                .contains(Masks.MASK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // A form's, a path's, JavaScript's and Python's; one with small digits.
                "pa%2Fss%3Cwo%3Erd%26%3D%22%27quoted%22%5C+%7E%281%29*%21",
                "pa%2Fss%3Cwo%3Erd%26%3D%22%27quoted%22%5C%20%7E%281%29*%21",
                "pa%2Fss%3Cwo%3Erd%26%3D%22'quoted%22%5C%20~(1)*!",
                "pa/ss%3Cwo%3Erd%26%3D%22%27quoted%22%5C%20~%281%29%2A%21",
                "pa%2fss%3cwo%3erd%26%3d%22%27quoted%22%5c+%7e%281%29*%21"
            })
    void a_secret_is_masked_in_an_address(String encoded) {
        assertThat(MASKS.masked("https://db/?password=" + encoded + "&x=1"))
                .isEqualTo("https://db/?password=[secret]&x=1");
    }

    @Test
    void a_secret_is_masked_in_json_and_in_json_within_json() throws IOException {
        String once = JSON.writeValueAsString(List.of(SECRET));
        assertThat(MASKS.masked(once)).isEqualTo("[\"[secret]\"]");
        assertThat(MASKS.masked(JSON.writeValueAsString(once)))
                .contains(Masks.MASK)
                .doesNotContain("quoted");
        String asGoWrites = once.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
        assertThat(MASKS.masked(asGoWrites)).isEqualTo("[\"[secret]\"]");
    }

    @Test
    void a_secret_is_masked_between_yamls_single_quotes() {
        assertThat(MASKS.masked("'" + SECRET.replace("'", "''") + "'")).isEqualTo("'[secret]'");
    }

    @Test
    void a_key_is_masked_line_by_line() {
        String body = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj";
        String last = "wJbLpVPF1Vq2o5oP0hVyRA==";
        var masks = Masks.of(
                List.of("-----BEGIN PRIVATE KEY-----\n" + body + "\n" + last + "\n-----END PRIVATE KEY-----\n"));
        assertThat(masks.masked("    " + body + "\n")).isEqualTo("    [secret]\n");
        assertThat(masks.masked("tail " + last)).isEqualTo("tail [secret]");
        assertThat(masks.masked("-----BEGIN PRIVATE KEY-----")).isEqualTo("-----BEGIN PRIVATE KEY-----");
    }

    @Test
    void of_a_login_to_registries_every_secret_is_masked_and_nothing_open() {
        String auth =
                Base64.getEncoder().encodeToString("facility-puller:Zaphod-4242".getBytes(StandardCharsets.UTF_8));
        var masks = Masks.of(List.of("{\"auths\": {\"registry.example.org\": {\"username\": \"facility-puller\","
                + " \"email\": \"puller@example.org\", \"auth\": \"" + auth + "\"}}}"));
        assertThat(masks.masked("it is Zaphod-4242 here")).isEqualTo("it is [secret] here");
        assertThat(masks.masked("Basic " + auth)).isEqualTo("Basic [secret]");
        assertThat(masks.masked("facility-puller <puller@example.org>"))
                .isEqualTo("facility-puller <puller@example.org>");
    }

    @Test
    void names_of_properties_are_masked_as_values_are() throws IOException {
        var node = JSON.createObjectNode();
        node.putObject("users")
                .put("token-" + "s3cr3t-t0ken", 1)
                .putArray("list")
                .add("x s3cr3t-t0ken")
                .add(true);
        assertThat(Masks.of(List.of("s3cr3t-t0ken")).masked(node))
                .isEqualTo(JSON.readTree("{\"users\": {\"token-[secret]\": 1, \"list\": [\"x [secret]\", true]}}"));
    }

    @Test
    void words_are_not_masked() {
        var masks = Masks.of(List.of("admin", "true", "", "  hub \n"));
        assertThat(masks.masked("admin of the hub: true")).isEqualTo("admin of the hub: true");
        assertThat(Masks.none().masked(SECRET)).isEqualTo(SECRET);
    }

    @Test
    void where_secrets_overlap_nothing_of_either_is_left() {
        assertThat(Masks.of(List.of("abcdefgh", "efghijkl")).masked("-abcdefghijkl-"))
                .isEqualTo("-[secret]-");
        assertThat(Masks.of(List.of("abaabaab")).masked("abaabaabaab")).isEqualTo("[secret]");
    }

    @Test
    void json_stays_json_where_a_form_begins_in_the_middle_of_an_escape() throws IOException {
        String json = JSON.writeValueAsString("\\" + "\ts3cr3t-t0ken");
        assertThat(JSON.readTree(Masks.of(List.of("\ts3cr3t-t0ken")).masked(json))
                        .asText())
                .isEqualTo("[secret]");
    }

    /** What is looked for is written by hand here, not by the class under test. */
    @Property(tries = 300)
    void no_form_of_a_secret_survives_whatever_surrounds_it(
            @ForAll("secrets") String secret,
            @ForAll("surroundings") String before,
            @ForAll("surroundings") String after)
            throws IOException {
        var masks = Masks.of(List.of(secret));
        String text = before + secret + after;
        String json = JSON.writeValueAsString(text);
        assertThat(masks.masked(text)).doesNotContain(secret);
        assertThat(JSON.readTree(masks.masked(json)).asText()).doesNotContain(secret);
        String form = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        assertThat(masks.masked(URLEncoder.encode(text, StandardCharsets.UTF_8)))
                .doesNotContain(form);
        String encoded = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        byte[] rest = decoded(masks.masked(encoded).replace(Masks.MASK, ""));
        assertThat(masks.masked(encoded)).contains(Masks.MASK);
        assertThat(new String(rest, StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(secret.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    }

    /** Whatever is left of it; a rest that is no whole group of four is decoded as far as it goes. */
    private static byte[] decoded(String base64) {
        String whole = base64.replace("=", "");
        return Base64.getDecoder().decode(whole.substring(0, whole.length() - whole.length() % 4));
    }

    @Provide
    Arbitrary<String> secrets() {
        return Arbitraries.strings()
                .withCharRange(' ', '~')
                .withChars("äß€\n\t")
                .ofMinLength(8)
                .ofMaxLength(60)
                .filter(secret -> secret.strip().length() >= 8 && !Masks.MASK.contains(secret));
    }

    @Provide
    Arbitrary<String> surroundings() {
        return Arbitraries.strings().withCharRange(' ', '~').withChars("äß€").ofMaxLength(20);
    }
}
