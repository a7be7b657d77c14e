package stacks.jupyterhub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import config.FacilityReader;
import facility.Environment;
import house.PythonPrograms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people read before they sign in, as the real JupyterHub serves it. */
class LoginPageIT {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    /** Not the machine's zone, which is as good as always UTC: an announcement has to follow the declared one. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    @TempDir
    Path folder;

    @Test
    void an_announcement_is_shown_in_its_window_and_its_text_is_no_markup() throws Exception {
        String html = page(Duration.ofHours(-1), Duration.ofHours(1));
        assertThat(html).contains("Upgrade at &lt;8&gt;").doesNotContain("<8>");
        assertThat(html)
                .contains("Welcome to &lt;EAF&gt;")
                .contains("<a href=\"https://docs.example.org/eaf\" rel=\"noopener\">Documentation</a>")
                .contains("<a href=\"mailto:security@example.org\"")
                .contains("BinderHub", "Feedback");
    }

    @Test
    void it_is_not_shown_before() throws Exception {
        assertThat(page(Duration.ofHours(1), Duration.ofHours(2)))
                .contains("Documentation")
                .doesNotContain("Upgrade at");
    }

    @Test
    void it_is_not_shown_after() throws Exception {
        assertThat(page(Duration.ofHours(-2), Duration.ofHours(-1)))
                .contains("Documentation")
                .doesNotContain("Upgrade at");
    }

    @Test
    void every_page_leads_a_member_to_the_examples_of_their_groups_and_to_no_others() throws Exception {
        String home =
                pages(Duration.ofHours(1), Duration.ofHours(2)).path("home").asText();
        assertThat(home)
                .contains(
                        "href=\"/hub/user-redirect/lab/tree/examples/dune/notebooks\">Examples: LBNF/DUNE/ProtoDUNE</a>")
                .contains("href=\"/hub/token\"")
                .doesNotContain("examples/fife");
    }

    private String page(Duration start, Duration end) throws Exception {
        String html = pages(start, end).path("html").asText();
        assertThat(html).doesNotContain("user-redirect");
        return html;
    }

    private JsonNode pages(Duration start, Duration end) throws Exception {
        var now = LocalDateTime.now(ZONE);
        Files.writeString(
                folder.resolve("Pulumi.dev.yaml"),
                """
                config:
                  pulumi:disable-default-providers: ["*"]
                  facility:hub:
                    timeZone: %s
                    loginPage:
                      welcome: Welcome to <EAF>
                      announcement: {start: "%s", end: "%s", text: "Upgrade at <8>"}
                """
                        .formatted(ZONE, CLOCK.format(now.plus(start)), CLOCK.format(now.plus(end))));
        var facility = FacilityReader.read(folder, Environment.DEV, true).orElseThrow("Pulumi.dev.yaml");
        var stack = DeclaredHub.of(facility);
        Path hub = folder.resolve("hub");
        HubFolder.write(hub, stack, facility.secrets());
        var ended = PythonPrograms.of(Path.of("charts/jupyterhub/requirements.txt"))
                .run(
                        Map.of("HUB_CONFIGURATION", hub.toString(), "CONFIGPROXY_AUTH_TOKEN", "token"),
                        "",
                        "src/test/python/hub_page.py",
                        hub.toString());
        assertThat(ended.exit()).as(ended.errors()).isZero();
        return new ObjectMapper().readTree(ended.output());
    }
}
