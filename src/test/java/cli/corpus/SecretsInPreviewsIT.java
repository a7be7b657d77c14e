package cli.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import change.ChangeSetJson;
import cli.RenderedObjects;
import cli.ScratchProject;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a hurried person does with a secret, no report, log or file of a preview holds its value. */
@ExtendWith(CorpusIsUp.class)
class SecretsInPreviewsIT {
    private static final List<String> FORMATS = List.of(
            "text", "markdown", "github", "gitlab", "json", "junit", "sarif", "codequality", "terraform", "html");

    private final ScratchProject project;
    private final Path seed;

    @TempDir
    Path folder;

    SecretsInPreviewsIT(ScratchProject project) {
        this.project = project;
        this.seed = project.root().resolve(".facility/dev/twin/secrets-seed");
    }

    @AfterEach
    void declare_the_base_again() {
        CorpusIsUp.declare(project, List.of());
    }

    @Test
    void a_secret_that_somebody_wrote_into_the_open_is_masked_everywhere() throws IOException {
        var secrets = secrets();
        String one = secrets.iterator().next();
        String encoded = Base64.getEncoder().encodeToString(("user:" + one).getBytes(StandardCharsets.UTF_8));
        String planted =
                """
                facility:hub: {loginPage: {welcome: "The password is %s, do not tell."}}
                facility:console: {links: {documentation: {href: "https://docs.example.org/?token=%s"}}}
                facility:catalogue: {collaborations: {dune: {flavours: {sl7: {environment: {LOGIN: "%s"}}}}}}
                facility:namespaces: {dune-workflows: {displayName: "%s"}}
                """
                        .formatted(one, URLEncoder.encode(one, StandardCharsets.UTF_8), encoded, one);
        CorpusIsUp.declare(project, List.of(new Case("planted", planted, "")));

        var said = preview();

        assertThat(said).as("the reports show that there is something").contains("[secret]");
        assertNone(secrets, said);
    }

    @Test
    void secrets_that_change_are_told_by_their_fingerprints() throws IOException {
        String before = Files.readString(seed);
        var old = secrets();
        Files.writeString(seed, "0".repeat(64));
        try {
            var said = preview();
            var set = ChangeSetJson.read(Files.readString(folder.resolve("preview.json")));
            var changed = set.changes().stream()
                    .filter(change -> change.title().equals("Secret jupyterhub/hub-secrets"))
                    .flatMap(change -> change.properties().stream())
                    .toList();
            assertThat(changed).isNotEmpty().allSatisfy(field -> {
                assertThat(field.before().orElseThrow().asText()).matches("\\[secret [0-9a-f]{8}\\]");
                assertThat(field.after().orElseThrow().asText()).matches("\\[secret [0-9a-f]{8}\\]");
                assertThat(field.before()).isNotEqualTo(field.after());
            });
            assertNone(old, said);
            assertNone(secrets(), said);
        } finally {
            Files.writeString(seed, before);
        }
    }

    private Collection<String> secrets() {
        return RenderedObjects.secretValues(project.root(), PureChange.declared(List.of(), folder));
    }

    /** One preview in all its forms: what the command said, and all files that it left. */
    private String preview() throws IOException {
        Path json = folder.resolve("preview.json");
        var said = new StringBuilder(project.facility("preview", "dev", "--format", "json", "--out", json.toString())
                .output());
        said.append(Files.readString(json));
        for (String format : FORMATS) {
            var rendered = project.facility("render", json.toString(), "--format", format);
            assertThat(rendered.exit()).as(rendered.output()).isZero();
            said.append(rendered.output());
        }
        for (Path kept : kept()) {
            said.append(Files.readString(kept, StandardCharsets.ISO_8859_1));
        }
        return said.toString();
    }

    /** What the engine keeps beside the cluster: its home with its logs, and the state. */
    private List<Path> kept() throws IOException {
        var files = new ArrayList<Path>();
        for (String kept : List.of("pulumi-home", "dev/twin/state")) {
            Path root = project.root().resolve(".facility").resolve(kept);
            if (Files.exists(root)) {
                try (Stream<Path> inside = Files.walk(root)) {
                    inside.filter(Files::isRegularFile).forEach(files::add);
                }
            }
        }
        return files;
    }

    private static void assertNone(Collection<String> secrets, String said) {
        for (String secret : secrets) {
            for (String form : List.of(
                    secret,
                    Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)),
                    URLEncoder.encode(secret, StandardCharsets.UTF_8))) {
                // Not by assertThat(said): its message would hold all that was said.
                assertThat(said.contains(form))
                        .as("a secret's value was said or kept")
                        .isFalse();
            }
        }
        assertThat(secrets).isNotEmpty();
    }
}
