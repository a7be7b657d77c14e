package policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a pack's author may get wrong. */
class PackTest {
    @Test
    void rules_have_their_own_levels_and_defaults() {
        var settings = pack(rule("at-most", "{\"most\": {\"type\": \"integer\", \"default\": 3}}"))
                .settings()
                .get("at-most");
        assertThat(settings.level()).isEqualTo(Level.MANDATORY);
        assertThat(settings.number("most")).isEqualTo(3);
    }

    @Test
    void a_setting_without_a_default_has_to_be_said() {
        var about = rule("at-most", "{\"most\": {\"type\": \"integer\"}, \"of\": {\"default\": \"a\"}}")
                .about();
        assertThat(SettingsSchema.of(about).required()).containsExactly("most");
    }

    @Test
    void names_that_the_engine_means_otherwise_are_refused_all_at_once() {
        assertThatThrownBy(() -> pack(
                        rule("all", "{}"),
                        rule("Big Ones", "{}"),
                        rule("twice", "{}"),
                        rule("twice", "{\"enforcementLevel\": {\"type\": \"string\"}}")))
                .isInstanceOf(FaultyPackException.class)
                .hasMessage(
                        """
                        rule "all": is the engine's word for all rules; any other id; rename it
                        rule "Big Ones": is no id; lower-case words with hyphens; rename it
                        rule "twice": is there twice; each id once; rename one
                        rule "twice": has a setting enforcementLevel, the engine's word for its level; rename it""");
    }

    private static Pack pack(Rule... rules) {
        return Pack.of("example", "1.0.0", "", List.of(rules));
    }

    private static Rule rule(String id, String settings) {
        return new ResourceRule() {
            @Override
            public About about() {
                return About.mandatory(id, "what", "why", "mend").withSettings(settings);
            }

            @Override
            public void check(Resource resource, Given given, Findings findings) {}
        };
    }
}
