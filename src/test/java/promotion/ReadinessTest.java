package promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import promotion.Readiness.Found;
import release.Digest;
import release.Made;
import release.Release;
import release.Release.HealthOutcome;
import target.RefusedException;

class ReadinessTest {
    private static final Release RELEASE = Made.release(1, "");
    private static final Duration DAY = Duration.ofDays(1);
    private static final Instant SOAKED = Instant.parse(RELEASE.made()).plus(Duration.ofHours(30));
    private static final HealthOutcome WORKS = new HealthOutcome(true, 40, List.of());

    private static final ImagesFound PULLED =
            new ImagesFound(Optional.empty(), Map.of("quay.io/a:1", Digest.of("a")), Map.of());

    private static Found found() {
        return new Found(
                RELEASE.digests().state(), RELEASE.digests().rendered(), DriftFound.none(), WORKS, List.of(), PULLED);
    }

    private static Readiness of(Found found, Instant now) {
        return Readiness.of(RELEASE, found, DAY, now);
    }

    private static void refused(Readiness readiness, String... words) {
        assertThatThrownBy(() -> readiness.require(Map.of()))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("nothing was changed")
                .hasMessageContainingAll(words);
    }

    @Test
    void a_healthy_soaked_release_may_go_on() {
        var readiness = of(found(), SOAKED);
        assertThatCode(() -> readiness.require(Map.of())).doesNotThrowAnyException();
        assertThat(readiness.conditions()).allMatch(Condition::kept);
    }

    @Test
    void a_state_that_another_run_changed_is_not_the_release() {
        var found = new Found(
                Digest.of("another"), RELEASE.digests().rendered(), DriftFound.none(), WORKS, List.of(), PULLED);
        refused(of(found, SOAKED), "dev is not at dev#1 any more");
    }

    @Test
    void a_commit_that_comes_to_other_objects_is_not_the_release() {
        var found =
                new Found(RELEASE.digests().state(), Digest.of("another"), DriftFound.none(), WORKS, List.of(), PULLED);
        refused(of(found, SOAKED), "other objects today", "pin it");
    }

    @Test
    void all_that_stops_it_is_said_at_once() {
        var found = new Found(
                RELEASE.digests().state(),
                RELEASE.digests().rendered(),
                new DriftFound(List.of("jupyterhub/hub (by kubectl-edit)"), List.of("leased: a")),
                new HealthOutcome(false, 40, List.of("Deployment jupyterhub/hub: 0 of 1 available")),
                List.of("hub.host: differs"),
                PULLED);
        refused(
                of(found, SOAKED),
                "drift: on its cluster differs: jupyterhub/hub (by kubectl-edit)",
                "health: it does not work: Deployment jupyterhub/hub: 0 of 1 available",
                "ledger: differs without being intended: hub.host");
    }

    @Test
    void what_is_leased_is_shown_and_stops_nothing() {
        String lease = "leased: Deployment jupyterhub/hub spec.replicas, to team until 2026-11-20: measured";
        var found = new Found(
                RELEASE.digests().state(),
                RELEASE.digests().rendered(),
                new DriftFound(List.of(), List.of(lease)),
                WORKS,
                List.of(),
                PULLED);
        var readiness = of(found, SOAKED);
        assertThatCode(() -> readiness.require(Map.of())).doesNotThrowAnyException();
        assertThat(readiness.conditions())
                .contains(new Condition("drift", true, "on its cluster differs only what is leased: " + lease, false));
    }

    @Test
    void drift_that_could_not_be_looked_for_is_not_none() {
        var found = new Found(
                RELEASE.digests().state(),
                RELEASE.digests().rendered(),
                DriftFound.unknown("the provider died"),
                WORKS,
                List.of(),
                PULLED);
        refused(of(found, SOAKED), "it could not be looked for: the provider died; see ./facility drift dev");
    }

    @Test
    void a_release_that_ran_too_short_needs_a_reason() {
        var readiness = of(found(), Instant.parse(RELEASE.made()).plus(Duration.ofMinutes(312)));
        refused(readiness, "soak: it ran 5h 12m of the 1d that it has to run", "--override soak=REASON");
        assertThatCode(() -> readiness.require(Map.of("soak", "the hub is down")))
                .doesNotThrowAnyException();
    }

    @Test
    void a_reason_is_not_enough_for_what_is_broken() {
        var found = new Found(
                RELEASE.digests().state(),
                RELEASE.digests().rendered(),
                new DriftFound(List.of("jupyterhub/hub"), List.of()),
                WORKS,
                List.of(),
                PULLED);
        assertThatThrownBy(() -> of(found, SOAKED).require(Map.of("drift", "it is fine")))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("--override drift: no reason is enough for this one");
    }

    @Test
    void images_that_cannot_be_had_need_a_reason() {
        var gone = new ImagesFound(Optional.empty(), Map.of(), Map.of("quay.io/a:1", "missing: there is no 1 of a"));
        var readiness = of(
                new Found(
                        RELEASE.digests().state(),
                        RELEASE.digests().rendered(),
                        DriftFound.none(),
                        WORKS,
                        List.of(),
                        gone),
                SOAKED);
        refused(readiness, "images: cannot be had: quay.io/a:1 (missing: there is no 1 of a)");
        assertThatCode(() -> readiness.require(Map.of("images", "on every node already")))
                .doesNotThrowAnyException();
    }

    @Test
    void a_word_that_is_no_condition_is_refused_with_those_that_are() {
        assertThatThrownBy(() -> of(found(), SOAKED).require(Map.of("soack", "typo")))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("--override soack: there is no such condition")
                .hasMessageContaining("soak");
    }

    /** A plan may be made on any day; the window is asked when it is applied. */
    @Test
    void a_reason_for_the_hour_goes_with_the_plan() {
        assertThatCode(() -> of(found(), SOAKED).require(Map.of("window", "the hub is down")))
                .doesNotThrowAnyException();
    }

    @Test
    void a_release_from_the_future_has_not_soaked() {
        var early = of(found(), Instant.parse(RELEASE.made()).minus(Duration.ofMinutes(3)));
        refused(early, "in the future of this machine's clock");
        assertThatThrownBy(() -> early.require(Map.of("soak", "it is fine"))).isInstanceOf(RefusedException.class);
    }

    /** Machines' clocks differ by seconds: that is no clock that is wrong. */
    @Test
    void a_release_a_minute_ahead_has_soaked_for_nothing() {
        var now = Instant.parse(RELEASE.made()).minus(Duration.ofMinutes(1));
        refused(of(found(), now), "it ran 0s of the 1d");
    }
}
