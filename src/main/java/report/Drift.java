package report;

import change.ResourceDrift;
import change.ResourceDrift.Outcome;

/** Drift in a person's words. */
final class Drift {
    private Drift() {}

    static String words(ResourceDrift drift) {
        if (drift.gone()) {
            return drift.outcome() == Outcome.TAKEN_BACK ? "is gone; up makes it again" : "is gone";
        }
        String who = drift.managers().isEmpty() ? "" : "by " + String.join(", ", drift.managers()) + "; ";
        return who + (drift.outcome() == Outcome.TAKEN_BACK ? "up takes it back" : "up leaves it");
    }
}
