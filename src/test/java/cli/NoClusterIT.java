package cli;

import static cli.CommittedProject.run;
import static org.assertj.core.api.Assertions.assertThat;

import change.Changed;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import engine.PulumiCommand;
import engine.Workspace;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import promotion.BoundPlan;
import promotion.BoundPlan.Bound;
import promotion.BoundPlanJson;
import release.Digest;
import release.Release;
import release.Release.Digests;
import release.Release.HealthOutcome;
import release.Release.PolicyOutcome;
import release.Release.Promoted;
import release.SignedRelease;
import target.Kubeconfigs;
import target.Target;
import toolchain.Cache;
import toolchain.Progress;
import toolchain.Toolchain;

/**
 * A prod that ran two releases and is down: nothing listens where its kubeconfig leads to. What would change it is
 * refused with how to go on, what looks at it has failed, and neither leaves a trace.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoClusterIT {
    private static final String SILENT = "facility: NO CLUSTER: okd does not answer: nothing listens there";
    private static final String UNTOUCHED = "; nothing was changed, recorded, announced or pinned; once it answers: ";

    @TempDir
    static Path repository;

    private String commit;
    private SignedRelease first;
    private String traces;

    @BeforeAll
    void declare() throws Exception {
        CommittedProject.in(repository);
        for (String environment : List.of("dev", "prod")) {
            Path file = repository.resolve("Pulumi." + environment + ".yaml");
            Files.writeString(
                    file,
                    Files.readString(file)
                            + "  facility:target: {cluster: okd, context: lab, uid: 11111111-2222-3333-4444-555555555555}\n");
        }
        Files.writeString(repository.resolve(".git/info/exclude"), "/kubeconfig\n/plan.json\n");
        Kubeconfigs.write(repository.resolve("kubeconfig"), silent());
        var committed = run(
                repository,
                "git -c user.name=test -c user.email=test@example.org commit -qam target" + " && git rev-parse HEAD");
        assertThat(committed.exit()).as(committed.output()).isZero();
        commit = committed.output().strip();
        // As the first promotion leaves it, but for the archives of classes: they take longer than these commands.
        String aside = ".facility/commits/" + commit;
        var built = run(
                repository,
                "git clone -q --shared . " + aside + " && git -C " + aside + " checkout -q --detach " + commit
                        + " && for each in . " + aside + "; do mkdir $each/target && cp -r "
                        + Path.of("target/lib").toAbsolutePath()
                        + " " + Path.of("target/facility.jar").toAbsolutePath() + " $each/target/; done");
        assertThat(built.exit()).as(built.output()).isZero();
        first = recorded("dev", Optional.empty());
        var second = recorded("dev", Optional.empty());
        for (SignedRelease each : List.of(first, second)) {
            recorded("prod", Optional.of(new Promoted("dev", each.digest(), Digest.of("plan"))));
        }
        traces = traces();
    }

    @AfterAll
    void leaveNoTrace() throws Exception {
        assertThat(traces()).isEqualTo(traces);
        assertThat(repository.resolve("plan.json")).exists();
        assertThat(run(repository, "git branch --format='%(refname:short)' && git status --porcelain")
                        .output())
                .isEqualTo("main\n");
    }

    @Test
    void a_promotion_is_refused_before_dev_is_looked_over() throws Exception {
        Path unwritten = repository.resolve("unwritten.json");
        refused("promote dev prod --pin branch --plan " + unwritten, "./facility promote dev prod");
        assertThat(unwritten).doesNotExist();
    }

    @Test
    void a_rollback_is_refused_before_its_preview() throws Exception {
        refused("rollback prod --yes", "./facility rollback prod");
    }

    @Test
    void an_approved_plan_is_refused_and_stays_good() throws Exception {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        String end = now.plus(Duration.ofHours(12)).toString();
        var plan = new BoundPlan(
                "prod",
                "dev",
                first,
                Map.of(),
                new Bound("okd/1", Digest.of("r"), Digest.of("p"), Digest.of("s"), 1),
                Changed.set(),
                JsonNodeFactory.instance.objectNode(),
                now.toString(),
                end,
                "ada");
        Path file = Files.writeString(repository.resolve("plan.json"), BoundPlanJson.write(plan, Optional.empty()));
        refused("apply prod " + file + " --yes", "./facility apply prod " + file + ", which is good until " + end);
    }

    @Test
    void who_only_looks_is_told_that_it_failed() throws Exception {
        for (String command : List.of("health prod", "drift prod")) {
            var looked = facility(command);
            assertThat(looked.exit()).as(looked.output()).isEqualTo(1);
            assertThat(looked.output())
                    .contains(SILENT)
                    .contains("check that it runs and that the kubeconfig ")
                    .doesNotContain("Exception");
        }
    }

    private void refused(String command, String again) throws Exception {
        var refused = facility(command);
        assertThat(refused.exit()).as(refused.output()).isEqualTo(4);
        assertThat(refused.output())
                .contains(SILENT)
                .contains(UNTOUCHED + again + "\n")
                .doesNotContain("ok       ")
                .doesNotContain("Exception");
    }

    private CommittedProject.Ended facility(String command) throws Exception {
        return run(
                repository,
                "KUBECONFIG=" + repository.resolve("kubeconfig") + " PULUMI_CONFIG_PASSPHRASE=rehearsal ./facility "
                        + command + " --on cluster");
    }

    /** Every file of prod's state, by content. */
    private String traces() throws Exception {
        var found = run(
                repository,
                "cd .facility/prod/cluster-okd && find . -type f -not -path '*/plugins/*' | sort | xargs sha256sum");
        assertThat(found.exit()).as(found.output()).isZero();
        assertThat(found.output()).contains("releases-prod.json").doesNotContain("/prod.json");
        return found.output();
    }

    /** By the engine's own commands, as after an up. */
    private SignedRelease recorded(String environment, Optional<Promoted> promoted) {
        Path folder = repository.resolve(".facility").resolve(environment).resolve("cluster-okd");
        // With a passphrase of its own, as a twin has it: there is no secret in what is recorded.
        var target = new Target(
                "twin/" + environment,
                repository.resolve("kubeconfig"),
                Optional.empty(),
                folder.resolve("identity"),
                Optional.of(folder.resolve("secrets-seed")),
                Optional.empty());
        var workspace = new Workspace(repository, repository.resolve(".facility"), environment, folder, target);
        workspace.prepare();
        var toolchain = new Toolchain(repository, Cache.ofUser(), new Progress(System.err));
        return ReleaseRecord.store(new PulumiCommand(workspace, toolchain), environment, List.of())
                .add(newest -> release(environment, newest, promoted), Optional.empty());
    }

    private Release release(String environment, Optional<SignedRelease> newest, Optional<Promoted> promoted) {
        int number = newest.map(each -> each.release().number() + 1).orElse(1);
        return new Release(
                environment,
                number,
                commit,
                "okd/1",
                new Digests(Digest.of("rendered" + number), Digest.of("policies"), Digest.of("state" + number)),
                Map.of(),
                List.of(),
                Map.of(),
                Map.of(),
                new PolicyOutcome(0, List.of()),
                new HealthOutcome(true, 40, List.of()),
                "2026-11-2" + number + "T06:00:00Z",
                "ada",
                newest.map(SignedRelease::digest).orElse(""),
                Map.of(),
                promoted);
    }

    private static String silent() throws Exception {
        try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return "https://127.0.0.1:" + closed.getLocalPort();
        }
    }
}
