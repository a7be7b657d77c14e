package cli;

import change.PolicyResult;
import difference.RenderedObject;
import engine.PulumiCommand;
import engine.SideStack;
import engine.StateSeal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import release.Digest;
import release.Release;
import release.Release.Digests;
import release.Release.HealthOutcome;
import release.Release.PolicyOutcome;
import release.Release.Promoted;
import release.ReleaseStore;
import release.SignedRelease;
import release.SigningKey;
import release.TrustedKeys;
import stacks.CheckedFacility;
import target.Identity;
import toolchain.Program;

/** Puts on record what a run that ended well brought up. */
final class ReleaseRecord {
    private final Project project;
    private final ClusterRun run;
    private final On on;
    private final Clock clock;

    ReleaseRecord(Project project, ClusterRun run, On on, Clock clock) {
        this.project = project;
        this.run = run;
        this.on = on;
        this.clock = clock;
    }

    /** The name of the engine stack that an environment's releases are kept in. */
    static String stackOf(String environment) {
        return "releases-" + environment;
    }

    /** Where an environment's releases are kept. */
    static ReleaseStore store(PulumiCommand pulumi, String environment, List<String> keys) {
        return new ReleaseStore(environment, new SideStack(pulumi, stackOf(environment)), TrustedKeys.of(keys));
    }

    /** Digest of what a declaration comes to; secrets are placeholders in it. */
    static String rendered(List<RenderedObject> objects) {
        return Digest.of(Rendered.json(objects));
    }

    /** Digest of the rules' limits and levels. */
    static String policies(Path root) {
        return FolderDigest.of(root.resolve("policies"));
    }

    /** What the rules said, without what stops a run: then there would be no release. */
    static PolicyOutcome policy(List<PolicyResult> results) {
        return new PolicyOutcome(
                (int) results.stream().filter(result -> !result.stops()).count(), List.of());
    }

    /** Who runs this: a pipeline says for whom it does. */
    static String user() {
        return List.of("GITLAB_USER_LOGIN", "GITHUB_ACTOR").stream()
                .map(name -> System.getenv().getOrDefault(name, ""))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(System.getProperty("user.name"));
    }

    /**
     * The release of this run.
     *
     * @param commit of which it was made, with nothing beside it
     */
    SignedRelease write(
            String commit,
            HealthOutcome health,
            PolicyOutcome policy,
            Map<String, String> overrides,
            Optional<Promoted> promoted) {
        var pulumi = run.pulumi();
        String environment = run.workspace().environment();
        CheckedFacility checked = run.checked();
        var parts = DeclaredParts.of(checked.facility());
        var digests = new Digests(
                rendered(Rendered.of(checked)),
                policies(project.root()),
                StateSeal.of(pulumi).digest());
        var images = RegistryLook.ofUser().found(on, checked);
        String target = Identity.verified(run.workspace().target());
        String made = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        return store(pulumi, environment, List.of())
                .add(
                        newest -> new Release(
                                environment,
                                newest.map(release -> release.release().number() + 1)
                                        .orElse(1),
                                commit,
                                target,
                                digests,
                                charts(parts),
                                parts.images(),
                                images.digests(),
                                versions(),
                                policy,
                                health,
                                made,
                                user(),
                                newest.map(SignedRelease::digest).orElse(""),
                                overrides,
                                promoted),
                        SigningKey.ofEnvironment(System.getenv()));
    }

    private Map<String, String> versions() {
        var versions = new TreeMap<String, String>();
        versions.put("facility", FacilityCommand.VERSION);
        for (Program program : List.of(Program.PULUMI, Program.LANGUAGE_JAVA, Program.PROVIDER)) {
            versions.put(program.command(), program.version(project.root()));
        }
        return versions;
    }

    /** A folder of the project by its files, anything else by the digest that it is declared with. */
    private Map<String, String> charts(DeclaredParts parts) {
        var charts = new TreeMap<String, String>();
        parts.charts().forEach((path, chart) -> {
            Path here = project.root().resolve(chart.location());
            String version = chart.version().map(each -> " " + each).orElse("");
            charts.put(
                    path + ": " + chart.location() + version,
                    chart.digest().orElseGet(() -> Files.isDirectory(here) ? FolderDigest.of(here) : fileDigest(here)));
        });
        return charts;
    }

    private static String fileDigest(Path file) {
        try {
            return Digest.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
