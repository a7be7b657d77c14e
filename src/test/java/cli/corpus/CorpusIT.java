package cli.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import change.ChangeSet;
import change.ChangeSetJson;
import change.Operation;
import change.ResourceChange;
import cli.RenderedObjects;
import cli.ScratchProject;
import difference.FieldChange;
import house.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
        Path file = project.root().resolve("preview.json");
        var ended = project.facility("preview", "dev", "--format", "json", "--out", file.toString());
        assertThat(ended.exit()).as(ended.output()).isEqualTo(exit);
        return ChangeSetJson.read(Files.readString(file));
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
        var expected = new TreeSet<String>();
        var failures = new ArrayList<String>();
        for (Case each : cases) {
            PureChange pure = PureChange.of(each, folder);
            pure.difference()
                    .changes()
                    .forEach(change -> expected.add(change.object().title()));
            String report = MarkdownReport.of(Narrowed.of(set, pure), Integer.MAX_VALUE);
            try {
                Golden.assertMatches(each.expected(), report);
            } catch (AssertionError other) {
                failures.add(each.name() + ": " + other.getMessage());
            }
        }
        assertThat(failures).isEmpty();
        assertThat(titles(set)).isEqualTo(expected);
        agrees(group, cases, set);
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
    }
}
