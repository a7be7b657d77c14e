package policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a rule's finding becomes: its level, a lease, a value that is not known, a failure. */
class JudgeTest {
    private static final Resource MANY = resource("many", Map.of("spec", Map.of("replicas", 9L)));

    @Test
    void a_finding_names_resource_value_limit_and_mend() {
        var judged = judge(List.of()).resource(MANY);
        assertThat(judged.judgements()).singleElement().satisfies(judgement -> {
            assertThat(judgement.level()).isEqualTo(Level.MANDATORY);
            assertThat(judgement.finding())
                    .hasToString("Thing many: has too many replicas, 9; at most 3; lower replicas");
        });
    }

    @Test
    void a_lease_lets_its_own_resource_and_rule_through_and_shows_it() {
        var judged = judge(List.of(lease("Thing many", "2027-01-31"))).resource(MANY);
        assertThat(judged.judgements()).singleElement().satisfies(judgement -> {
            assertThat(judgement.level()).isEqualTo(Level.ADVISORY);
            assertThat(judgement.finding().toString())
                    .contains("leased to dune-liaison until 2027-01-31: production campaign");
        });
        assertThat(judge(List.of(lease("Thing other", "2027-01-31")))
                        .resource(MANY)
                        .judgements())
                .allMatch(judgement -> judgement.level() == Level.MANDATORY);
    }

    @Test
    void a_lease_holds_on_its_last_day_and_not_after_it() {
        assertThat(judge(List.of(lease("Thing many", "2026-11-20")))
                        .resource(MANY)
                        .judgements())
                .allMatch(judgement -> judgement.level() == Level.ADVISORY);
        assertThat(judge(List.of(lease("Thing many", "2026-11-19")))
                        .resource(MANY)
                        .judgements())
                .allMatch(judgement -> judgement.level() == Level.MANDATORY);
    }

    /** One for everything would let everything go. */
    @Test
    void what_would_be_lost_goes_only_under_a_lease_that_names_it() {
        assertThat(loss(List.of())).isEqualTo("MANDATORY Thing many: is kept, 9; never less; declare it again");
        assertThat(loss(List.of(lease("*", "2027-01-31")))).startsWith("MANDATORY");
        assertThat(loss(List.of(lease("Thing many", "2026-11-19")))).startsWith("MANDATORY");
        assertThat(loss(List.of(lease("Thing many", "2027-01-31"))))
                .startsWith("ADVISORY")
                .contains("leased to dune-liaison until 2027-01-31");
    }

    private static String loss(List<Lease> leases) {
        Rule keeps = new ResourceRule() {
            @Override
            public About about() {
                return About.mandatory("at-most", "", "", "declare it again");
            }

            @Override
            public void check(Resource resource, Given given, Findings findings) {
                throw new IllegalStateException("it is not asked about what stays");
            }

            @Override
            public void checkRemoval(Resource removed, Given given, Findings findings) {
                String replicas = removed.at("spec", "replicas").textOr("");
                findings.add(removed, "is kept", replicas, "never less", about().mend());
            }
        };
        var run = Run.without("p", "dev");
        var settings = Map.of("at-most", new RuleSettings(Level.MANDATORY, Map.of()));
        var pack = new Pack("p", "1.0.0", "", List.of(keeps), settings, Leases.of(leases, ExamplePack.TODAY));
        var found = new Judge(pack, run, rule -> {}).removed(List.of(MANY));
        assertThat(found).hasSize(1);
        return found.get(0).level() + " " + found.get(0).finding();
    }

    @Test
    void leases_are_shown_warned_of_for_two_weeks_and_refused_after_their_end() {
        assertThat(ends("2026-12-05")).isEqualTo("ADVISORY lets it through");
        assertThat(ends("2026-12-04")).isEqualTo("ADVISORY ends soon");
        assertThat(ends("2026-11-20")).isEqualTo("ADVISORY ends soon");
        assertThat(ends("2026-11-19")).isEqualTo("MANDATORY has ended");
    }

    @Test
    void what_is_not_known_is_a_finding_of_the_rules_own_level() {
        var judged = judge(List.of()).resource(resource("unknown", Map.of("spec", Map.of("replicas", Node.UNKNOWN))));
        assertThat(judged.judgements()).singleElement().satisfies(judgement -> {
            assertThat(judgement.level()).isEqualTo(Level.MANDATORY);
            assertThat(judgement.finding().toString()).contains("spec.replicas is known only when the run is made");
        });
    }

    @Test
    void a_rule_may_say_that_it_has_nothing_to_judge_while_a_value_is_unknown() {
        var pack = ExamplePack.of(Run.without("p", "dev"), List.of());
        Rule lenient = new ResourceRule() {
            @Override
            public About about() {
                return new ExamplePack.AtMost().about().withUnknown(WhenUnknown.NOT_APPLICABLE);
            }

            @Override
            public void check(Resource resource, Given given, Findings findings) {
                resource.at("spec", "replicas").number();
            }
        };
        var judged = new Judge(
                        new Pack("p", "1.0.0", "", List.of(lenient), pack.settings(), Leases.none()),
                        Run.without("p", "dev"),
                        rule -> {})
                .resource(resource("unknown", Map.of("spec", Map.of("replicas", Node.UNKNOWN))));
        assertThat(judged.judgements()).isEmpty();
        assertThat(judged.notApplicable()).containsEntry("at-most", "spec.replicas is known only when the run is made");
    }

    @Test
    void a_rule_that_is_off_is_not_asked() {
        var pack = ExamplePack.of(Run.without("p", "dev"), List.of())
                .with(Map.of("at-most", new RuleSettings(Level.DISABLED, Map.of())));
        assertThat(new Judge(pack, Run.without("p", "dev"), rule -> {})
                        .resource(MANY)
                        .judgements())
                .isEmpty();
    }

    @Test
    void a_rule_that_fails_ends_the_judging_and_tells_no_value() {
        assertThatThrownBy(() -> judge(List.of()).resource(resource("throw", Map.of("password", "hunter2"))))
                .isInstanceOf(RuleFailedException.class)
                .hasMessageContaining("rule throws failed at Thing throw with IllegalStateException")
                .hasMessageNotContaining("hunter2");
    }

    private static String ends(String day) {
        var judgements =
                judge(List.of(lease("Thing many", day))).stack(List.of()).judgements();
        assertThat(judgements).hasSize(1);
        return judgements.get(0).level() + " " + judgements.get(0).finding().what();
    }

    private static Lease lease(String resource, String end) {
        return new Lease(resource, "at-most", "dune-liaison", "production campaign", LocalDate.parse(end));
    }

    private static Judge judge(List<Lease> leases) {
        var run = Run.without("p", "dev");
        return new Judge(ExamplePack.of(run, leases), run, rule -> {});
    }

    private static Resource resource(String name, Map<String, Object> fields) {
        return new Resource("example:index:Thing", "", name, Node.of(fields), false, Optional.empty());
    }
}
