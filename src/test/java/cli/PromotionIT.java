package cli;

import static cli.CommittedProject.run;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import promotion.BoundPlan;
import promotion.BoundPlan.Bound;
import promotion.BoundPlanJson;
import release.Digest;

/**
 * The rehearsal ends well; and on what it leaves, each way in which something can move between approval and apply is
 * refused, with nothing changed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PromotionIT {
    private static final String MOVED = "nothing was changed";

    @TempDir
    static Path repository;

    private Path stage;
    private Path plan;
    private String history;

    @BeforeAll
    void rehearse() throws Exception {
        CommittedProject.builtIn(repository);
        stage = repository.resolve(".facility/rehearsal");
        var rehearsal = run(repository, "./facility rehearse --keep");
        // To be read, and cut short for the README.
        Files.writeString(Path.of("target/rehearsal.txt"), rehearsal.output());
        assertThat(rehearsal.exit()).as(rehearsal.output()).isZero();
        assertThat(rehearsal.output()).contains("the rehearsal ended well");
        // What lies in the work tree takes no part.
        Files.writeString(stage.resolve("Pulumi.prod.yaml"), "no: declaration\n");
        plan = stage.resolve(".facility/plan.json");
        var planned = run(stage, "./facility promote dev prod --override soak=test --plan " + plan);
        assertThat(planned.exit()).as(planned.output()).isZero();
        history = history();
    }

    @AfterAll
    void end() throws Exception {
        String after = history();
        run(stage, "git checkout -q . ; ./facility twin delete dev --yes; ./facility twin delete prod --yes");
        assertThat(ProcessHandle.allProcesses()
                        .map(process -> process.info().commandLine().orElse(""))
                        .filter(line -> line.contains(repository.toString())))
                .isEmpty();
        assertThat(after).as("of prod, after all that was refused").isEqualTo(history);
    }

    private String history() throws Exception {
        return run(stage, "./facility releases prod").output();
    }

    private void refused(Path file, String... words) throws Exception {
        var applied = run(stage, "./facility apply prod " + file + " --yes");
        assertThat(applied.exit()).as(applied.output()).isEqualTo(4);
        assertThat(applied.output()).contains(words).doesNotContain("Exception");
    }

    /** The plan with another content and a digest that fits it, as whoever forges one would write it. */
    private Path forged(String name, UnaryOperator<BoundPlan> forger) throws Exception {
        var read = BoundPlanJson.read("plan", Files.readString(plan), Optional.empty());
        Path file = stage.resolve(".facility").resolve(name + ".json");
        return Files.writeString(file, BoundPlanJson.write(forger.apply(read), Optional.empty()));
    }

    private static BoundPlan with(BoundPlan plan, Bound bound, String made, String expires) {
        return new BoundPlan(
                plan.environment(),
                plan.from(),
                plan.release(),
                plan.overrides(),
                bound,
                plan.changes(),
                plan.engine(),
                made,
                expires,
                plan.by());
    }

    @Test
    void a_change_by_hand_on_the_cluster() throws Exception {
        String kubectl = "kubectl --kubeconfig \"$(.facility/../facility twin kubeconfig prod)\" -n jupyterhub ";
        assertThat(run(stage, kubectl + "scale deployment proxy --replicas=3").exit())
                .isZero();
        try {
            refused(plan, "moved since plan", MOVED, "proxy: now changed on the cluster, was not when it was approved");
        } finally {
            run(stage, kubectl + "scale deployment proxy --replicas=1");
        }
    }

    @Test
    void the_cluster_the_rules_the_state_and_what_is_declared_are_named_at_once() throws Exception {
        refused(
                forged(
                        "elsewhere",
                        plan -> with(
                                plan,
                                new Bound("twin/prod/0", Digest.of("a"), Digest.of("b"), Digest.of("c"), 1),
                                plan.made(),
                                plan.expires())),
                MOVED,
                "the cluster: twin/prod/0 -> twin/prod/",
                "what the release declares: ",
                "the rules and their limits: ",
                "the state: serial 1 ");
    }

    @Test
    void its_time_is_over() throws Exception {
        refused(
                forged("old", plan -> with(plan, plan.bound(), "2026-01-01T00:00:00Z", "2026-01-01T12:00:00Z")),
                "the plan was good until 2026-01-01T12:00:00Z",
                MOVED);
    }

    @Test
    void a_clock_is_wrong() throws Exception {
        String tomorrow = Instant.now().plus(Duration.ofDays(1)).toString();
        refused(
                forged("early", plan -> with(plan, plan.bound(), tomorrow, tomorrow)),
                "in the future of this machine's clock",
                MOVED);
    }

    @Test
    void it_was_edited() throws Exception {
        Path edited = Files.writeString(
                stage.resolve(".facility/edited.json"),
                Files.readString(plan).replaceFirst("\"by\" : \"[^\"]*\"", "\"by\" : \"nobody\""));
        refused(edited, "was edited after it was made");
    }

    @Test
    void it_is_for_another_environment() throws Exception {
        var applied = run(stage, "./facility apply dev " + plan + " --yes");
        assertThat(applied.exit()).as(applied.output()).isEqualTo(4);
        assertThat(applied.output()).contains("is a plan for prod, not for dev", MOVED);
    }

    @Test
    void the_releases_own_checkout_was_edited() throws Exception {
        String commit = new ObjectMapper()
                .readTree(plan.toFile())
                .at("/plan/release/release/commit")
                .asText();
        Path quotas = stage.resolve(".facility/commits").resolve(commit).resolve("policies/quotas.yaml");
        String before = Files.readString(quotas);
        Files.writeString(quotas, before + "# more\n");
        try {
            refused(plan, "was edited; remove the folder, it is made anew");
        } finally {
            Files.writeString(quotas, before);
        }
    }

    /** Between the look at the state and the engine's lock there is a moment; the program looks again under the lock. */
    @Test
    void the_state_moved_in_the_last_moment() throws Exception {
        var late = run(
                stage,
                "git checkout -q . && eval \"$(./facility env prod)\" && FACILITY_BOUND_STATE="
                        + Digest.of("another") + " pulumi preview --non-interactive;"
                        + " ended=$?; echo 'no: declaration' > Pulumi.prod.yaml; exit $ended");
        assertThat(late.exit()).isNotZero();
        assertThat(late.output()).contains("the state is not the one that the plan was made on", MOVED);
    }

    @Test
    void a_release_was_edited_where_it_is_kept() throws Exception {
        String store = stage.resolve(".facility/dev/twin/state/.pulumi/stacks/facility/releases-dev.json")
                .toString();
        assertThat(run(
                                stage,
                                "cp " + store + " " + store
                                        + ".kept && sed -i 's/\"healthy\": *true/\"healthy\":false/' " + store)
                        .exit())
                .isZero();
        try {
            var promoted = run(stage, "./facility promote dev prod --override soak=test --yes");
            assertThat(promoted.exit()).as(promoted.output()).isEqualTo(4);
            assertThat(promoted.output()).contains("was edited after it was made");
        } finally {
            run(stage, "mv " + store + ".kept " + store);
        }
    }
}
