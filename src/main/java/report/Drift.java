package report;

import change.FieldAuthor;
import change.ResourceDrift;
import change.ResourceDrift.Outcome;

/** Drift in a person's words. */
final class Drift {
    private Drift() {}

    static String words(ResourceDrift drift) {
        if (drift.gone()) {
            return drift.outcome() == Outcome.TAKEN_BACK ? "is gone; up makes it again" : "is gone";
        }
        var names = drift.authors().isEmpty()
                ? drift.managers()
                : drift.authors().stream().map(FieldAuthor::words).toList();
        String who = names.isEmpty() ? "" : "by " + String.join(", ", names) + "; ";
        return who + (drift.outcome() == Outcome.TAKEN_BACK ? "up takes it back" : "up leaves it");
    }
}
