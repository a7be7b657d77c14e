package policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import policy.ExampleProject.Ended;
import policy.ExampleProject.Loaded;

/**
 * What upstream's conformance tests ask of a language's policy packs, asked of this runtime with the real engine. Source:
 * pulumi/pulumi, pkg/testing/pulumi-test-language/tests/policy_*.go.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PackBehavioursIT {
    private static final String NOTHING = "{}";
    private static final String CONFIGURATION = "  example:value: \"%s\"\n";

    private ExampleProject project;

    @BeforeAll
    void create() throws IOException, InterruptedException {
        project = ExampleProject.create();
    }

    @BeforeEach
    void configured() throws IOException {
        project.configure(CONFIGURATION.formatted(true));
    }

    /** The engine ends its plug-ins; a pack also ends with whoever started it. */
    @AfterEach
    void nothing_lives_on() {
        String ours = project.root().toString();
        ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(ours))
                .forEach(process -> assertThat(process.onExit())
                        .as("outlived its run: %s", process.info())
                        .succeedsWithin(Duration.ofSeconds(10)));
    }

    @Test
    void simple() throws Exception {
        var preview = project.preview(project.pack("simple", NOTHING));
        stopped(preview, "simple 1.0.0 falsiness mandatory yes", "simple 1.0.0 truthiness advisory no");
        assertThat(preview.output()).contains("Stash yes: has another input, true; false; stash another");
        var up = project.up(project.pack("simple", NOTHING));
        assertThat(up.exit()).as(up.output()).isNotZero();
        assertThat(up.violations()).contains("simple 1.0.0 falsiness mandatory yes");
        assertThat(up.done()).doesNotContain("yes");
    }

    @Test
    void dry_run() throws Exception {
        stopped(project.preview(project.pack("dryrun", NOTHING)), "dryrun 1.0.0 dry mandatory yes");
        passed(project.up(project.pack("dryrun", NOTHING)));
    }

    @Test
    void configuration() throws Exception {
        stopped(project.preview(config(false)), "config 1.0.0 allowed mandatory yes");
    }

    @Test
    void configuration_schema() throws Exception {
        var without = project.preview(project.pack("config-schema", "{\"validator\": {\"value\": false}}"));
        assertThat(without.exit()).isNotZero();
        assertThat(without.output()).contains("validator: names is required");
        var empty = project.preview(schema(""));
        assertThat(empty.exit()).isNotZero();
        assertThat(empty.output()).contains("validator: names: Array must have at least 1 items");
    }

    @Test
    void stack_configuration() throws Exception {
        project.configure(CONFIGURATION.formatted(false));
        stopped(
                project.preview(project.pack("stack-config", NOTHING)),
                "stack-config 1.0.0 validate-false mandatory yes");
    }

    @Test
    void enforcement_configuration() throws Exception {
        stopped(
                project.preview(enforced("{\"enforcementLevel\": \"mandatory\"}")),
                "enforcement-config 1.0.0 false mandatory yes");
        var wrong = project.preview(enforced("\"often\""));
        assertThat(wrong.exit()).isNotZero();
        assertThat(wrong.output()).contains("\"often\" is not a valid enforcement level");
    }

    @Test
    void stack_tags() throws Exception {
        tag(false);
        stopped(project.preview(project.pack("stack-tags", NOTHING)), "stack-tags 1.0.0 allowed mandatory yes");
    }

    private void tag(boolean value) throws Exception {
        var tagged = project.pulumi("stack", "tag", "set", "value", String.valueOf(value), "--stack", "dev");
        assertThat(tagged.exit()).as(tagged.output()).isZero();
    }

    /** Of each behaviour the half that lets a run pass. */
    @Test
    void what_is_as_configured_passes() throws Exception {
        tag(true);
        passed(project.preview(
                config(true),
                schema("\"no\""),
                project.pack("stack-config", NOTHING),
                enforced("\"disabled\""),
                project.pack("stack-tags", NOTHING)));
    }

    @Test
    void an_advisory_is_shown_and_stops_nothing() throws Exception {
        var advised = project.preview(enforced(NOTHING), schema("\"yes\""));
        assertThat(advised.exit()).as(advised.output()).isZero();
        assertThat(advised.violations())
                .containsExactly(
                        "config-schema 1.0.0 validator advisory yes", "enforcement-config 1.0.0 false advisory yes");
    }

    @Test
    void remediate() throws Exception {
        var mended = project.up(fixup("\"value\": false"));
        assertThat(mended.exit()).as(mended.output()).isZero();
        assertThat(mended.violations()).isEmpty();
        assertThat(mended.remediations()).singleElement().satisfies(each -> {
            assertThat(each.path("policyName").asText()).isEqualTo("fixup");
            assertThat(each.path("before").path("input").asBoolean()).isTrue();
            assertThat(each.path("after").path("input").asBoolean(true)).isFalse();
        });
        assertThat(project.pulumi("stack", "output", "yes", "--stack", "dev").output())
                .contains("false");
        for (String off : List.of("\"value\": true", "\"value\": false, \"enforcementLevel\": \"disabled\"")) {
            var left = project.preview(fixup(off));
            passed(left);
            assertThat(left.remediations()).as(off).isEmpty();
        }
    }

    @Test
    void invalid_policy() throws Exception {
        var invalid = project.preview(project.pack("invalid", NOTHING));
        assertThat(invalid.exit()).as(invalid.output()).isNotZero();
        assertThat(invalid.output()).contains("is the engine's word for all rules; any other id; rename it");
    }

    @Test
    void a_rule_that_hangs_fails_the_run_by_name() throws Exception {
        var hung = project.preview(project.pack("hangs", NOTHING));
        assertThat(hung.exit()).as(hung.output()).isNotZero();
        assertThat(hung.output()).contains("rule stuck took longer than 2000 ms");
    }

    @Test
    void a_pack_that_dies_fails_the_run_with_its_last_words() throws Exception {
        var died = project.preview(project.pack("dies", NOTHING));
        assertThat(died.exit()).as(died.output()).isNotZero();
        assertThat(died.output()).contains("the pack has run out of memory");
    }

    private static void stopped(Ended run, String... violations) {
        assertThat(run.exit()).as(run.output()).isNotZero();
        assertThat(run.violations()).as(run.output()).containsExactly(violations);
    }

    private static void passed(Ended run) {
        assertThat(run.exit()).as(run.output()).isZero();
        assertThat(run.violations()).as(run.output()).isEmpty();
    }

    private Loaded config(boolean value) throws IOException {
        return project.pack("config", "{\"allowed\": {\"value\": " + value + "}}");
    }

    private Loaded schema(String names) throws IOException {
        return project.pack("config-schema", "{\"validator\": {\"value\": false, \"names\": [" + names + "]}}");
    }

    private Loaded enforced(String level) throws IOException {
        return project.pack("enforcement-config", level.equals(NOTHING) ? NOTHING : "{\"false\": " + level + "}");
    }

    private Loaded fixup(String settings) throws IOException {
        return project.pack("remediate", "{\"fixup\": {" + settings + "}}");
    }
}
