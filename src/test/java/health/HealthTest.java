package health;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import facility.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import stacks.CheckedFacility;

/** What counts as health, and what is written of it. */
class HealthTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final StackMembers HUB =
            new StackMembers("jupyterhub", List.of(member("Deployment", "hub"), member("Deployment", "proxy")), 0);

    private static final Spawned SPAWNED = new Spawned(
            Finding.red("jupyterhub", "spawn", "was ready, but is still there"),
            Optional.of(Duration.ofMillis(12_900)),
            Duration.ofSeconds(102));

    @Test
    void a_member_of_which_nothing_was_found_is_red() {
        var hub = StackHealth.of(HUB, List.of(Finding.green("jupyterhub", "Deployment a/hub")));
        var health = new Health("dev", "twin/dev", List.of(hub));
        assertThat(health.healthy()).isFalse();
        assertThat(health.red())
                .map(Finding::toString)
                .containsExactly("jupyterhub: Deployment a/proxy: was not looked at");
    }

    @Test
    void what_nobody_was_asked_is_neither_green_nor_red_and_never_enough() {
        var asked = new Health(
                "dev", "twin/dev", List.of(StackHealth.of(new StackMembers("checkmk", List.of(), 3), List.of())));
        assertThat(asked.notAsked()).hasSize(1);
        assertThat(asked.red()).map(Finding::toString).containsExactly("dev: twin/dev: nothing was looked at");
        assertThat(new Health("dev", "twin/dev", List.of()).healthy()).isFalse();
        var hub = StackHealth.of(
                HUB,
                List.of(
                        Finding.green("jupyterhub", "Deployment a/hub"),
                        Finding.green("jupyterhub", "Deployment a/proxy"),
                        Finding.notAsked("jupyterhub", "https://hub/", "nothing listens")));
        assertThat(new Health("dev", "twin/dev", List.of(hub)).healthy()).isTrue();
    }

    @Test
    void the_same_findings_in_another_order_have_the_same_digest() {
        var one = Finding.green("jupyterhub", "Deployment a/hub");
        var other = Finding.red("jupyterhub", "Deployment a/proxy", "is absent");
        assertThat(health(List.of(one, other)).digest())
                .isEqualTo(health(List.of(other, one)).digest())
                .isNotEqualTo(health(List.of(one)).digest())
                .hasSize(64);
    }

    @Test
    void what_is_written_is_of_the_published_schema() throws IOException {
        var schema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("docs/schemas/health-v1.json")));
        var health = health(List.of(
                Finding.green("jupyterhub", "Deployment a/hub"),
                Finding.notAsked("jupyterhub", "https://hub/", "nothing listens on a twin")));
        assertThat(schema.validate(HealthJson.write(health), InputFormat.JSON)).isEmpty();
        for (Spawned spawned : List.of(SPAWNED, Spawned.notAsked("jupyterhub", "spawn", "only with --spawn"))) {
            assertThat(schema.validate(HealthJson.write(health.with(spawned)), InputFormat.JSON))
                    .isEmpty();
        }
        assertThat(schema.validate("{\"schema\": \"facility/health/v1\"}", InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void a_spawn_is_a_finding_of_its_stack_and_its_seconds_are_apart() throws IOException {
        var health = health(List.of(
                Finding.green("jupyterhub", "Deployment a/hub"), Finding.green("jupyterhub", "Deployment a/proxy")));
        assertThat(health.with(SPAWNED).healthy()).isFalse();
        assertThat(health.with(SPAWNED).red()).containsExactly(SPAWNED.finding());
        var written = JSON.readTree(HealthJson.write(health.with(SPAWNED)));
        assertThat(written.path("spawn").toString())
                .isEqualTo(
                        "{\"stack\":\"jupyterhub\",\"what\":\"spawn\",\"outcome\":\"red\",\"reason\":\"was ready, but is"
                                + " still there\",\"secondsUntilReady\":12,\"seconds\":102}");
        assertThat(written.at("/stacks/0/red").asInt()).isEqualTo(1);
        var later = new Spawned(SPAWNED.finding(), Optional.of(Duration.ofSeconds(13)), Duration.ofSeconds(103));
        assertThat(health.with(later).digest()).isEqualTo(health.with(SPAWNED).digest());
        var silent = health.with(Spawned.notAsked("jupyterhub", "spawn", "only with --spawn"));
        assertThat(silent.healthy()).isTrue();
        assertThat(silent.notAsked()).hasSize(1);
        assertThat(JSON.readTree(HealthJson.write(silent)).path("spawn").has("seconds"))
                .isFalse();
        assertThat(HealthJson.write(health)).doesNotContain("spawn");
    }

    /** Nobody keeps a list of what is to be looked at. */
    @ParameterizedTest
    @EnumSource(Environment.class)
    void every_object_that_a_stack_declares_is_a_member_of_its_health(Environment environment) {
        var checked = CheckedFacility.read(Path.of(""), environment, true);
        for (var stack : checked.stacks()) {
            var members = StackMembers.of(stack.name(), stack.objects(), 0).members();
            assertThat(members).hasSameSizeAs(stack.objects());
            assertThat(members.stream().map(Member::title)).as(stack.name()).doesNotHaveDuplicates();
        }
        var hub = checked.stacks().stream()
                .filter(stack -> stack.name().equals("jupyterhub"))
                .findFirst()
                .orElseThrow();
        assertThat(StackMembers.of("jupyterhub", hub.objects(), 0).members())
                .filteredOn(member -> member.title().equals("Deployment jupyterhub/hub"))
                .singleElement()
                .extracting(Member::expects)
                .isEqualTo(Map.of("/spec/replicas", "1"));
        assertThat(Questions.of(checked.facility(), "jupyterhub", hub.objects()))
                .map(Question::url)
                .containsExactly(
                        "https://" + checked.facility().hub().host() + "/",
                        "https://" + checked.facility().hub().host() + "/hub/api");
    }

    @Test
    void an_answer_is_judged_by_its_status_and_by_what_it_says() {
        var any = Question.answers("hub", "https://hub/").good();
        assertThat(any.fault(302, "")).isEmpty();
        assertThat(any.fault(403, "")).isEmpty();
        assertThat(any.fault(503, "")).contains("answers 503");
        var version =
                Question.says("hub", "https://hub/hub/api", "version", "5.5.0").good();
        assertThat(version.fault(200, "{\"version\": \"5.5.0\"}")).isEmpty();
        assertThat(version.fault(200, "{\"version\": \"5.4.0\"}")).contains("says version \"5.4.0\", not \"5.5.0\"");
        assertThat(version.fault(200, "<html>")).contains("says version \"\", not \"5.5.0\"");
        assertThat(version.fault(503, "")).contains("answers 503");
    }

    @Test
    void what_prometheus_does_not_reach_is_red_and_so_is_what_it_does_not_know() throws IOException {
        var scrapes = Scrapes.of(
                JSON.readTree(
                        """
                {"data": {"activeTargets": [
                  {"scrapePool": "serviceMonitor/a/hub/0", "scrapeUrl": "http://1/", "health": "up", "lastError": ""},
                  {"scrapePool": "serviceMonitor/a/hub/1", "scrapeUrl": "http://2/", "health": "down",
                   "lastError": "refused"},
                  {"scrapePool": "serviceMonitor/a/proxy/0", "scrapeUrl": "http://3/", "health": "up", "lastError": ""},
                  {"scrapePool": "probe/a/outside", "scrapeUrl": "http://4/", "health": "up", "lastError": ""}]}}
                """));
        assertThat(scrapes.of(member("ServiceMonitor", "hub")).orElseThrow())
                .hasToString("jupyterhub: targets of ServiceMonitor a/hub: http://2/ is down (refused)");
        assertThat(scrapes.of(member("ServiceMonitor", "proxy")).orElseThrow().outcome())
                .isEqualTo(Outcome.GREEN);
        assertThat(scrapes.of(member("Probe", "outside")).orElseThrow().outcome())
                .isEqualTo(Outcome.GREEN);
        assertThat(scrapes.of(member("ServiceMonitor", "hu")).orElseThrow().reason())
                .isEqualTo("Prometheus has none");
        assertThat(scrapes.of(member("Service", "hub"))).isEmpty();
        assertThat(Scrapes.notAsked("no token")
                        .of(member("Probe", "outside"))
                        .orElseThrow()
                        .outcome())
                .isEqualTo(Outcome.NOT_ASKED);
    }

    private static Health health(List<Finding> findings) {
        return new Health("dev", "twin/dev", List.of(StackHealth.of(HUB, findings)));
    }

    private static Member member(String kind, String name) {
        return new Member("jupyterhub", "v1", kind, "a", name, Map.of());
    }
}
