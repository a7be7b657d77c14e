package cli.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import change.ChangeSet;
import change.ChangeSetJson;
import change.Operation;
import change.ResourceChange;
import change.Verdict;
import cli.AgreedPreview;
import cli.RenderedObjects;
import cli.ScratchProject;
import difference.FieldChange;
import house.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import report.MarkdownReport;

/**
 * Each change of the corpus through the real engine on a twin: its report is the expected one, and the objects and fields
 * that it names are those that the API server itself names for the same manifests.
 */
@ExtendWith(CorpusIsUp.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorpusIT {
    /** How much may differ from the API server's answer, all of it by a rule of {@link Agreement}. */
    private static final double MOST_BY_RULES = 0.05;

    private final ScratchProject project;
    private final Agreement total = new Agreement();

    @TempDir(cleanup = CleanupMode.ALWAYS)
    Path folder;

    CorpusIT(ScratchProject project) {
        this.project = project;
    }

    @AfterAll
    void say() {
        System.out.println("agreement with kubectl diff, all groups: " + total);
    }

    private ChangeSet preview(List<Case> cases, int exit) throws IOException {
        CorpusIsUp.declare(project, cases);
        return ChangeSetJson.read(AgreedPreview.text(project, "dev", exit));
    }

    @Test
    void what_is_declared_again_is_one_line() throws IOException {
        var set = preview(List.of(), 0);
        assertThat(set.changes()).isEmpty();
        assertThat(set.drift()).isEmpty();
        assertThat(set.quiet()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"settings, 0", "catalogue, 0", "removals, 0", "refused, 4", "policies, 3"})
    void each_change_is_reported_as_expected(String group, int exit) throws IOException {
        List<Case> cases = Case.group(group);
        ChangeSet set = preview(cases, exit);
        if (exit == 0) {
            AgreedPreview.of(project, "dev");
        }
        var expected = new TreeSet<String>();
        var failures = new ArrayList<String>();
        for (Case each : cases) {
            PureChange pure = PureChange.of(each, folder);
            pure.difference()
                    .changes()
                    .forEach(change -> expected.add(change.object().title()));
            // Each twin has a key of its own for fingerprints.
            String report = MarkdownReport.of(Narrowed.of(set, pure), Integer.MAX_VALUE)
                    .replaceAll("\\[secret [0-9a-f]{8}\\]", "[secret ...]");
            try {
                Golden.assertMatches(each.expected(), report);
            } catch (AssertionError other) {
                failures.add(each.name() + ": " + other.getMessage());
            }
        }
        assertThat(failures).isEmpty();
        assertThat(titles(set)).isEqualTo(expected);
        // What a policy forbids, the API server does not answer with a difference but refuses, too: see AdmissionIT.
        if (exit != 3) {
            agrees(group, cases, set);
        }
    }

    /** What is new in a new namespace, asked of the API server once the namespace is there, and gone again. */
    private void agreesOnceThere(String namespace, PureChange pure, ChangeSet set) throws IOException {
        var own = pure.checked().objects().stream()
                .filter(object ->
                        object.kind().equals("Namespace") && object.name().equals(namespace))
                .toList();
        Path manifest = folder.resolve(namespace + ".json");
        Files.writeString(manifest, RenderedObjects.manifests(project.root(), pure.checked(), own));
        String kubectl = "kubectl --kubeconfig \"$FACILITY_KUBECONFIG\" ";
        var made = project.sourced(
                "dev",
                kubectl + "apply --server-side --field-manager=facility -f " + manifest + " && " + kubectl + "-n "
                        + namespace + " wait --for=create serviceaccount/default --timeout=60s");
        assertThat(made.exit()).as(made.output()).isZero();
        try {
            var inside = pure.checked().objects().stream()
                    .filter(object -> object.namespace().equals(namespace))
                    .toList();
            var server =
                    KubectlDiff.of(folder, RenderedObjects.manifests(project.root(), pure.checked(), inside), project);
            var ours = set.changes().stream()
                    .filter(change -> change.operation() == Operation.CREATE
                            && change.name().startsWith(namespace + "/"))
                    .map(ResourceChange::title)
                    // The cluster makes it with the namespace, so that by now it is only changed.
                    .filter(title -> !title.equals("ServiceAccount " + namespace + "/default"))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(ours).as("created in " + namespace).isEqualTo(server.created());
            System.out.println("agreement with kubectl diff, in " + namespace + " once it is there: " + ours.size()
                    + " objects created on both sides");
        } finally {
            var gone = project.sourced("dev", kubectl + "delete namespace " + namespace + " --timeout=120s");
            assertThat(gone.exit()).as(gone.output()).isZero();
        }
    }

    @Test
    void an_engine_that_dies_leaves_a_report_that_says_so() throws IOException {
        Path file = project.root().resolve("died.json");
        // Of nothing that changes there would be no engine; the first one exports the state.
        var died = project.shell(
                """
                java -Dfacility.root=%s -cp target/facility.jar cli.Main preview dev --by-engine --format json --out %s &
                run=$!
                until engine=$(pgrep -P $run -f "pulumi preview"); do kill -0 $run 2>/dev/null || break; done
                kill -9 $engine
                wait $run
                """
                        .formatted(project.root(), file));
        assertThat(died.exit()).as(died.output()).isEqualTo(1);
        var set = ChangeSetJson.read(Files.readString(file));
        assertThat(set.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(set.exitCode()).isEqualTo(1);
        assertThat(set.notices().get(0).message()).contains("ended with exit code 137 before it had said all");
    }

    @Test
    void a_cluster_that_does_not_answer_is_said_in_the_head() throws IOException {
        var silent = previewOnCluster(twin().replaceFirst("https://127\\.0\\.0\\.1:[0-9]+", "https://127.0.0.1:1"));
        assertThat(silent.exit()).as(silent.output()).isEqualTo(1);
        assertThat(Files.readString(onCluster())).startsWith("### dev on the cluster of dev: NO CLUSTER");
    }

    @Test
    void a_token_that_is_not_let_in_is_refused_in_the_head() throws IOException {
        var refused = previewOnCluster(twin().replaceAll("client-certificate-data: .*", "token: " + "0".repeat(32))
                .replaceAll("client-key-data: .*", ""));
        assertThat(refused.exit()).as(refused.output()).isEqualTo(4);
        assertThat(Files.readString(onCluster()))
                .startsWith("### dev on the cluster of dev: refused")
                .contains("does not let us in")
                .doesNotContain("0".repeat(32));
    }

    /** What is declared, previewed on a cluster that a kubeconfig leads to; the report is in {@link #onCluster}. */
    private ScratchProject.Ended previewOnCluster(String kubeconfig) throws IOException {
        Path file = project.root().resolve("kubeconfig-of-a-cluster");
        Files.writeString(file, kubeconfig);
        CorpusIsUp.declare(project, List.of());
        Path declared = project.root().resolve("Pulumi.dev.yaml");
        Files.writeString(
                declared,
                Files.readString(declared) + "  facility:target: {cluster: somewhere, context: " + context(kubeconfig)
                        + ", uid: 00000000-0000-0000-0000-000000000000}\n");
        var ended = project.facility(
                Map.of("FACILITY_AMBIENT_KUBECONFIG", file.toString()),
                "preview",
                "dev",
                "--on",
                "cluster",
                "--format",
                "gitlab",
                "--out",
                onCluster().toString());
        Files.delete(file);
        return ended;
    }

    private Path onCluster() {
        return project.root().resolve("on-cluster.md");
    }

    private String twin() throws IOException {
        return Files.readString(project.root().resolve(".facility/dev/twin/kubeconfig"));
    }

    @Test
    void an_exported_state_is_compared_with_without_a_cluster() throws IOException {
        CorpusIsUp.declare(project, List.of());
        Path state = project.root().resolve("state.json");
        var exported = project.sourced("dev", "pulumi stack export --file " + state);
        assertThat(exported.exit()).as(exported.output()).isZero();
        var same = project.facility("preview", "dev", "--state", state.toString());
        assertThat(same.exit()).as(same.output()).isZero();
        assertThat(same.output()).contains("against the state in state.json (no cluster was asked): no changes");
        CorpusIsUp.declare(
                project,
                Case.group("settings").stream()
                        .filter(each -> each.name().equals("bigger-quota"))
                        .toList());
        var changed = project.facility("preview", "dev", "--state", state.toString());
        assertThat(changed.output())
                .contains("spec.hard[limits.memory]: 64Gi -> 65Gi")
                .contains("1 update, ");
    }

    private static String context(String kubeconfig) {
        return kubeconfig
                .lines()
                .filter(line -> line.startsWith("current-context:"))
                .map(line -> line.substring("current-context:".length()).strip())
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> titles(ChangeSet set) {
        return set.changes().stream()
                .map(change -> change.type().substring(change.type().lastIndexOf(':') + 1) + " " + change.name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void agrees(String group, List<Case> cases, ChangeSet set) throws IOException {
        PureChange pure = PureChange.of(cases, folder);
        // kubectl diff fails in a namespace that is not there yet.
        var newNamespaces = set.changes().stream()
                .filter(change ->
                        change.operation() == Operation.CREATE && change.kind().equals("Namespace"))
                .map(ResourceChange::name)
                .collect(Collectors.toSet());
        var asked = pure.checked().objects().stream()
                .filter(object -> !newNamespaces.contains(object.namespace()))
                .toList();
        var server = KubectlDiff.of(folder, RenderedObjects.manifests(project.root(), pure.checked(), asked), project);
        var agreement = new Agreement();
        var ours = new TreeMap<String, List<String>>();
        var created = new TreeSet<String>();
        for (ResourceChange change : set.changes()) {
            boolean kubernetes = change.type().startsWith("kubernetes:");
            String namespace = change.name().contains("/")
                    ? change.name().substring(0, change.name().indexOf('/'))
                    : "";
            if (!kubernetes) {
                agreement.not("of another provider");
            } else if (newNamespaces.contains(namespace)) {
                agreement.not("in a namespace that is not there yet");
            } else if (change.operation() == Operation.DELETE) {
                // kubectl diff shows none; the state's list, which the pure step is compared with above, does.
                agreement.not("deleted");
            } else if (change.operation() == Operation.CREATE) {
                created.add(change.title());
            } else {
                ours.put(
                        change.title(),
                        change.properties().stream().map(FieldChange::path).toList());
            }
        }
        assertThat(created).as("created, " + group).isEqualTo(server.created());
        agreement.compare(ours, server.fields());
        System.out.println("agreement with kubectl diff, " + group + ": " + agreement);
        assertThat(agreement.unexplained()).as("differ by no rule, " + group).isEmpty();
        assertThat(agreement.shareByRules()).isLessThanOrEqualTo(MOST_BY_RULES);
        total.add(agreement);
        for (String namespace : newNamespaces) {
            agreesOnceThere(namespace, pure, set);
        }
    }
}
