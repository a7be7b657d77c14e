package ledger;

import config.FaultyDeclarationException;
import config.ValueDifference;
import difference.Difference;
import difference.FieldChange;
import difference.ObjectChange;
import facility.Environment;
import facility.Location;
import facility.Problem;
import facility.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The differences between environments that are meant: {@code policies/differences.yaml}. */
public final class Ledger {
    /** Below the project's folder. */
    public static final String FILE = "policies/differences.yaml";

    private static final String ABSENT = "(none)";
    private static final Comparator<Entry> CLOSEST =
            Comparator.comparingInt(entry -> entry.path().length());

    private final List<Entry> values;
    private final List<Entry> objects;

    Ledger(List<Entry> values, List<Entry> objects) {
        this.values = List.copyOf(values);
        this.objects = List.copyOf(objects);
    }

    /**
     * Reads a project's ledger.
     *
     * @throws FaultyDeclarationException with every fault of the file
     */
    public static Ledger read(Path projectFolder) {
        var problems = new Problems();
        Optional<Ledger> ledger = Optional.empty();
        try {
            ledger = LedgerFile.read(FILE, Files.readAllBytes(projectFolder.resolve(FILE)), problems);
        } catch (IOException unreadable) {
            problems.add(FILE, "cannot be read", "", "a file that may be read", "restore it from git");
        }
        if (!problems.isEmpty()) {
            throw new FaultyDeclarationException(FILE, problems.sorted());
        }
        return ledger.orElseThrow();
    }

    /**
     * Judges two environments.
     *
     * @param differing the values that differ
     * @param unexplained what differs between the objects although every value is the same: it comes from no value
     */
    public LedgerReport judge(
            Environment first, Environment second, List<ValueDifference> differing, Difference unexplained) {
        var used = new LinkedHashSet<Entry>();
        var intended = new ArrayList<Intended>();
        var undeclared = new Problems();
        for (ValueDifference difference : differing) {
            reason(values, difference.path(), used)
                    .ifPresentOrElse(
                            reason -> intended.add(new Intended(
                                    difference.path(),
                                    difference.first().toString(),
                                    difference.second().toString(),
                                    reason)),
                            () -> undeclared.add(undeclared(difference, first, second)));
        }
        for (ObjectChange change : unexplained.changes()) {
            for (FieldChange field : fields(change)) {
                String path = change.object().title() + (field.path().isEmpty() ? "" : " " + field.path());
                String was = field.before().map(Object::toString).orElse(ABSENT);
                String is = field.after().map(Object::toString).orElse(ABSENT);
                reason(objects, path, used)
                        .ifPresentOrElse(
                                reason -> intended.add(new Intended(path, was, is, reason)),
                                () -> undeclared.add(unexplained(path, was, is, first, second)));
            }
        }
        return new LedgerReport(intended, undeclared.sorted(), stale(used, first, second));
    }

    /** An object that only one has is one difference. */
    private static List<FieldChange> fields(ObjectChange change) {
        var whole = Optional.of(change.object().fields());
        return switch (change.operation()) {
            case ADDED -> List.of(new FieldChange("", Optional.empty(), whole));
            case REMOVED -> List.of(new FieldChange("", whole, Optional.empty()));
            case CHANGED -> change.fields();
        };
    }

    /** The closest entry's; a wider one that covers it too is not stale for that. */
    private static Optional<String> reason(List<Entry> entries, String path, Set<Entry> used) {
        var covering = entries.stream().filter(entry -> entry.covers(path)).toList();
        used.addAll(covering);
        return covering.stream().max(CLOSEST).map(Entry::reason);
    }

    private static Problem undeclared(ValueDifference difference, Environment first, Environment second) {
        var problem = Problem.of(
                difference.path(),
                "differs without a reason",
                first.key() + " has " + difference.first() + ", " + second.key() + " has " + difference.second(),
                "what is meant to differ stands in " + FILE + " with its reason",
                "give both the same value, or add the path there");
        return List.of(difference.second(), difference.first()).stream()
                .map(ValueDifference.Side::place)
                .filter(Location::inFile)
                .findFirst()
                .map(problem::at)
                .orElse(problem);
    }

    private static Problem unexplained(String path, String was, String is, Environment first, Environment second) {
        return Problem.of(
                path,
                "is rendered otherwise for " + second.key() + " than for " + first.key() + " from the same values",
                first.key() + " has " + was + ", " + second.key() + " has " + is,
                "objects differ because values do: the stack, its chart, or environments in policies/quotas.yaml"
                        + " tells them apart by name",
                "make it a value, or add this to " + LedgerFile.OBJECTS + " in " + FILE + " with a reason");
    }

    private List<Problem> stale(Set<Entry> used, Environment first, Environment second) {
        var stale = new Problems();
        for (List<Entry> entries : List.of(values, objects)) {
            entries.stream()
                    .filter(entry -> !used.contains(entry))
                    .forEach(entry -> stale.add(Problem.of(
                                    entry.path(),
                                    "is stale: nothing of it differs between " + first.key() + " and " + second.key(),
                                    "",
                                    "entries are for what differs",
                                    "remove the entry")
                            .at(new Location(FILE, entry.line()))));
        }
        return stale.sorted();
    }
}
