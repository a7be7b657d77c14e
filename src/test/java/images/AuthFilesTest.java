package images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthFilesTest {
    @TempDir
    Path home;

    private void write(String path, String... keysAndUsers) throws IOException {
        var entries = new StringBuilder();
        for (int i = 0; i < keysAndUsers.length; i += 2) {
            String auth = Base64.getEncoder().encodeToString((keysAndUsers[i + 1] + ":pass:word").getBytes());
            entries.append(i == 0 ? "" : ",")
                    .append('"')
                    .append(keysAndUsers[i])
                    .append("\": {\"auth\": \"")
                    .append(auth)
                    .append("\"}");
        }
        Path file = home.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{\"auths\": {" + entries + "}}");
    }

    private Optional<String> user(String image, Map<String, String> variables) throws IOException {
        return AuthFiles.of(variables, home).find(Reference.parse(image)).map(Credential::user);
    }

    @Test
    void files_are_read_in_podmans_order_and_the_named_one_alone() throws IOException {
        write(".docker/config.json", "quay.io", "docker", "ghcr.io", "docker");
        assertThat(user("quay.io/a", Map.of())).contains("docker");
        write(".config/containers/auth.json", "quay.io", "podman");
        assertThat(user("quay.io/a", Map.of())).contains("podman");
        write("run/containers/auth.json", "quay.io", "now");
        var variables = Map.of("XDG_RUNTIME_DIR", home.resolve("run").toString());
        assertThat(user("quay.io/a", variables)).contains("now");
        assertThat(user("ghcr.io/a", variables)).contains("docker");
        write("own.json", "gcr.io", "own");
        var named = Map.of("REGISTRY_AUTH_FILE", home.resolve("own.json").toString());
        assertThat(user("gcr.io/a", named)).contains("own");
        assertThat(user("ghcr.io/a", named)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "quay.io/eaf/al9:1, al9",
        "quay.io/eaf/other:1, eaf",
        "quay.io/eafx/al9:1, quay",
        "traefik:3, hub",
        "quay.io:444/a:1, ",
        "ghcr.io/a:1, "
    })
    void the_longest_key_that_the_name_begins_with_is_taken(String image, String user) throws IOException {
        write(
                ".docker/config.json",
                "quay.io",
                "quay",
                "quay.io/eaf",
                "eaf",
                "quay.io/eaf/al9",
                "al9",
                "https://index.docker.io/v1/",
                "hub");
        assertThat(user(image, Map.of()).orElse(null)).isEqualTo(user);
    }

    @Test
    void a_password_may_hold_a_colon_and_is_in_no_text() throws IOException {
        write(".docker/config.json", "quay.io", "ada");
        var found =
                AuthFiles.of(Map.of(), home).find(Reference.parse("quay.io/a")).orElseThrow();
        assertThat(found.header()).isEqualTo("Basic " + Base64.getEncoder().encodeToString("ada:pass:word".getBytes()));
        assertThat(found.toString()).doesNotContain("pass").doesNotContain("ada");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"auths\": {\"quay.io\": {\"auth\": \"hunter2",
                "{\"auths\": {\"quay.io\": {\"auth\": \"hunter2!\"}}}",
                "{\"auths\": {\"quay.io\": {\"auth\": \"aHVudGVyMg==\"}}}",
                "hunter2"
            })
    void a_broken_file_is_named_and_nothing_of_it_shown(String text) throws IOException {
        Files.createDirectories(home.resolve(".docker"));
        Files.writeString(home.resolve(".docker/config.json"), text);
        assertThatThrownBy(() -> user("quay.io/a", Map.of()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("config.json")
                .hasMessageContaining("sign in anew")
                .hasMessageNotContainingAny("hunter2", "aHVudGVyMg");
    }

    @Test
    void a_named_file_that_is_not_there_is_said() {
        assertThatThrownBy(() -> user("quay.io/a", Map.of("REGISTRY_AUTH_FILE", "/nowhere/auth.json")))
                .hasMessageContaining("REGISTRY_AUTH_FILE")
                .hasMessageContaining("/nowhere/auth.json");
    }

    @Test
    void what_a_helper_keeps_is_not_there() throws IOException {
        Files.createDirectories(home.resolve(".docker"));
        Files.writeString(
                home.resolve(".docker/config.json"), "{\"auths\": {\"quay.io\": {}}, \"credsStore\": \"pass\"}");
        assertThat(user("quay.io/a", Map.of())).isEmpty();
    }
}
