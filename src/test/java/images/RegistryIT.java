package images;

import static org.assertj.core.api.Assertions.assertThat;

import house.TestAuthority;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every answer that CNCF's registry gives, asked of itself. */
class RegistryIT {
    private static final String PASSWORD = "of-ada-alone";

    @TempDir
    static Path folder;

    private static TestAuthority authority;
    private static RealRegistry open;
    private static RealRegistry guarded;
    private static RealRegistry clear;

    @TempDir
    Path home;

    @BeforeAll
    static void start() throws Exception {
        authority = new TestAuthority(folder.resolve("authority"));
        var issued = authority.issue("registry");
        var tls = authority.tls(issued);
        Path htpasswd = folder.resolve("htpasswd");
        byte[] salt = "sixteen-of-these".getBytes(StandardCharsets.UTF_8);
        // The least cost that bcrypt has.
        Files.writeString(htpasswd, "ada:" + OpenBSDBCrypt.generate("2y", PASSWORD.toCharArray(), salt, 4) + "\n");
        open = RealRegistry.withTls(folder.resolve("open"), issued.certificate(), issued.key(), tls);
        guarded = RealRegistry.withSignIn(
                folder.resolve("guarded"),
                issued.certificate(),
                issued.key(),
                tls,
                htpasswd,
                "Basic " + auth(PASSWORD));
        clear = RealRegistry.inClearText(folder.resolve("clear"));
    }

    @AfterAll
    static void stop() {
        for (RealRegistry registry : new RealRegistry[] {open, guarded, clear}) {
            if (registry != null) {
                registry.close();
            }
        }
    }

    private static String auth(String password) {
        return Base64.getEncoder().encodeToString(("ada:" + password).getBytes(StandardCharsets.UTF_8));
    }

    private void trust(String host) throws IOException {
        Path certificates = home.resolve(".config/containers/certs.d").resolve(host);
        Files.createDirectories(certificates);
        Files.copy(authority.certificate(), certificates.resolve("ca.crt"));
    }

    private Path signIn(String password) throws IOException {
        Path file = home.resolve("auth.json");
        Files.writeString(file, "{\"auths\": {\"" + guarded.host() + "\": {\"auth\": \"" + auth(password) + "\"}}}");
        return file;
    }

    private Map<String, Answer> ask(Map<String, String> variables, String... images) {
        return Registries.ofUser(variables, home).ask(List.of(images));
    }

    private Answer ask(String image) {
        return ask(Map.of(), image).get(image);
    }

    @Test
    void what_was_pushed_is_found_by_tag_and_by_digest_and_the_rest_is_missing() throws Exception {
        trust(open.host());
        String digest = open.push("eaf/al9", "2026.11", "first");
        String name = open.host() + "/eaf/al9";
        String never = "sha256:" + "0".repeat(64);
        assertThat(ask(
                        Map.of(),
                        name + ":2026.11",
                        name + "@" + digest,
                        name + ":moved@" + digest,
                        name + ":2026.12",
                        name + "@" + never,
                        open.host() + "/eaf/never:1"))
                .containsEntry(name + ":2026.11", Answer.found(digest))
                .containsEntry(name + "@" + digest, Answer.found(digest))
                .containsEntry(name + ":moved@" + digest, Answer.found(digest))
                .containsEntry(
                        name + ":2026.12",
                        Answer.missing("there is no 2026.12 of eaf/al9 at " + open.host()
                                + "; push it, or correct the image's name"))
                .hasEntrySatisfying(name + "@" + never, answer -> assertThat(answer.outcome())
                        .isEqualTo(Outcome.MISSING))
                .hasEntrySatisfying(open.host() + "/eaf/never:1", answer -> assertThat(answer.outcome())
                        .isEqualTo(Outcome.MISSING));
    }

    @Test
    void a_tag_that_is_pushed_again_leads_elsewhere() throws Exception {
        trust(open.host());
        String image = open.host() + "/eaf/moves:1";
        String then = open.push("eaf/moves", "1", "then");
        assertThat(ask(image)).isEqualTo(Answer.found(then));
        String now = open.push("eaf/moves", "1", "now");
        assertThat(now).isNotEqualTo(then);
        assertThat(ask(image)).isEqualTo(Answer.found(now));
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_refused_and_its_mending_is_said() throws Exception {
        open.push("eaf/al9", "tls", "tls");
        var answer = ask(open.host() + "/eaf/al9:tls");
        assertThat(answer.outcome()).isEqualTo(Outcome.UNREACHABLE);
        assertThat(answer.reason())
                .contains("the certificate of " + open.host() + " is not accepted")
                .contains(home + "/.config/containers/certs.d/" + open.host() + "/ca.crt");
    }

    @Test
    void a_certificate_of_another_name_is_refused_although_its_authority_is_trusted() throws Exception {
        String host = "localhost:" + open.port();
        trust(host);
        open.push("eaf/al9", "tls", "tls");
        var answer = ask(host + "/eaf/al9:tls");
        assertThat(answer.outcome()).isEqualTo(Outcome.UNREACHABLE);
        assertThat(answer.reason()).contains("the certificate of " + host + " is not accepted", "localhost");
    }

    @Test
    void who_does_not_sign_in_is_refused_and_who_does_is_answered() throws Exception {
        trust(guarded.host());
        String digest = guarded.push("eaf/private", "1", "private");
        String image = guarded.host() + "/eaf/private:1";
        assertThat(ask(image).outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(ask(image).reason()).contains("no auth file holds one", "podman login " + guarded.host());

        Path file = signIn("another");
        var named = Map.of("REGISTRY_AUTH_FILE", file.toString());
        var wrong = ask(named, image).get(image);
        assertThat(wrong.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(wrong.reason())
                .contains("does not take the sign-in of " + file)
                .doesNotContain("another");

        signIn(PASSWORD);
        assertThat(ask(named, image)).containsEntry(image, Answer.found(digest));
        String missing = guarded.host() + "/eaf/private:2";
        assertThat(ask(named, missing).get(missing).outcome()).isEqualTo(Outcome.MISSING);
    }

    @Test
    void clear_text_is_spoken_on_loopback() throws Exception {
        String digest = clear.push("eaf/al9", "1", "clear");
        assertThat(ask(clear.host() + "/eaf/al9:1")).isEqualTo(Answer.found(digest));
        assertThat(ask(clear.host() + "/eaf/al9:2").outcome()).isEqualTo(Outcome.MISSING);
    }
}
