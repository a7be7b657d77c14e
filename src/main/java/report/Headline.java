package report;

import change.ChangeSet;
import change.Operation;
import change.Origin;
import java.util.ArrayList;
import java.util.List;

/** The first lines of every report: what ended how, and how many. */
final class Headline {
    private Headline() {}

    /** {@code prod on okd-prod: changes}. */
    static String of(ChangeSet set) {
        return set.origin().environment() + " " + basis(set.origin()) + ": "
                + set.verdict().words();
    }

    private static String basis(Origin origin) {
        return switch (origin.basis()) {
            case CLUSTER -> "on " + origin.against();
            case COMMIT -> "since " + origin.against() + " (no cluster was asked)";
            case STATE -> "against the state in " + origin.against() + " (no cluster was asked)";
        };
    }

    /** {@code 3 create, 1 update, 226 unchanged}; the operations in their own order. */
    static String counts(ChangeSet set) {
        var words = new ArrayList<String>();
        for (Operation operation : Operation.values()) {
            long count = set.count(operation);
            if (count > 0) {
                words.add(count + " " + operation.key());
            }
        }
        if (!set.drift().isEmpty()) {
            words.add(set.drift().size() + " changed by hand");
        }
        words.add(set.unchanged() + " unchanged");
        return String.join(", ", words);
    }

    /** What a reader has to know of the run itself. */
    static String provenance(ChangeSet set) {
        Origin origin = set.origin();
        var words = new ArrayList<String>();
        if (!origin.commit().isEmpty()) {
            words.add("commit " + origin.commit() + (origin.dirty() ? " with uncommitted changes" : ""));
        }
        origin.versions().forEach((name, version) -> words.add(name + " " + version));
        words.add(String.format(java.util.Locale.ROOT, "%.1f s", origin.milliseconds() / 1000.0));
        words.add(origin.made());
        return String.join(", ", words);
    }

    /** Which rules kept how much out of sight. */
    static List<String> hidden(ChangeSet set) {
        return set.hidden().entrySet().stream()
                .map(entry -> entry.getValue() + " by " + entry.getKey())
                .toList();
    }
}
