package cli;

import static org.assertj.core.api.Assertions.assertThat;

import config.FacilityReader;
import facility.Environment;
import facility.Facility;
import health.Finding;
import health.Health;
import health.Outcome;
import health.Spawned;
import health.StackHealth;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import target.Target;

/** Why no server is started, and what is printed of one that was. */
class HubSpawnTest {
    private static final Target TWIN = new Target(
            "twin/dev", Path.of("none"), Optional.empty(), Path.of("none"), Optional.empty(), Optional.empty());

    @TempDir
    Path folder;

    @Test
    void it_is_started_where_it_is_declared_and_asked_for_and_something_listens() throws Exception {
        var undeclared = new HubSpawn(facility("    namedServers: 5\n"));
        assertThat(undeclared.notAsked()).isEqualTo(undeclared.tried(TWIN, Optional.empty(), said -> {}));
        assertThat(undeclared.notAsked().finding())
                .hasToString("jupyterhub: spawn of a check user: facility:hub.spawnCheck declares none");

        var declared = new HubSpawn(facility("    spawnCheck: {user: facility-health}\n"));
        assertThat(declared.notAsked().finding())
                .hasToString("jupyterhub: spawn of fermi/rescue for facility-health: only with --spawn");
        assertThat(declared.tried(TWIN, Optional.empty(), said -> {}).finding())
                .hasToString("jupyterhub: spawn of fermi/rescue for facility-health: nothing listens on a twin");
        for (Spawned silent : List.of(undeclared.notAsked(), declared.notAsked())) {
            assertThat(silent.finding().outcome()).isEqualTo(Outcome.NOT_ASKED);
        }
    }

    @Test
    void a_text_says_how_long_a_good_one_took_and_why_a_bad_one_is() {
        var stack = new StackHealth("jupyterhub", 0, List.of());
        var health = new Health("prod", "okd-prod", List.of(stack));
        var good = new Finding("jupyterhub", "spawn of a/b for c", Outcome.GREEN, "");
        var bad = new Finding("jupyterhub", "spawn of a/b for c", Outcome.RED, "Spawn failed");
        var twelve = Optional.of(Duration.ofSeconds(12));

        assertThat(HealthText.lines(health.with(new Spawned(good, twelve, Duration.ofSeconds(15)))))
                .containsExactly(
                        "ok   jupyterhub    1 green",
                        "jupyterhub: spawn of a/b for c: ready after 12 s, and gone after 15 s",
                        "prod on okd-prod is healthy: 1 green");
        assertThat(HealthText.lines(health.with(new Spawned(bad, Optional.empty(), Duration.ofSeconds(15)))))
                .containsExactly(
                        "RED  jupyterhub    0 green, 1 red",
                        "red: jupyterhub: spawn of a/b for c: Spawn failed",
                        "prod on okd-prod is not healthy: 0 green, 1 red");
    }

    @Test
    void a_time_for_no_spawn_and_one_that_is_none_are_refused() {
        refused("--spawn-timeout: is for a spawn, \"5m\"; beside --spawn; add that", "--spawn-timeout", "5m");
        refused("--spawn-timeout: is no time, \"soon\"", "--spawn", "--spawn-timeout", "soon");
    }

    private static void refused(String words, String... options) {
        var line = new ArrayList<>(List.of("health", "dev"));
        line.addAll(List.of(options));
        var ended = InProcess.facility(Path.of(""), line.toArray(String[]::new));
        assertThat(ended.exit()).as(ended.output()).isEqualTo(2);
        assertThat(ended.output()).contains(words);
    }

    private Facility facility(String hub) throws Exception {
        Files.writeString(
                folder.resolve("Pulumi.dev.yaml"),
                "config:\n  pulumi:disable-default-providers: [\"*\"]\n  facility:hub:\n" + hub);
        return FacilityReader.read(folder, Environment.DEV, true).orElseThrow("Pulumi.dev.yaml");
    }
}
