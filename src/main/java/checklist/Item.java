package checklist;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One line of the checklist.
 *
 * @param id a stable name, for machines
 * @param title what was looked at, or what a person has to do
 * @param findings what a person needs to know of it, sorted; empty if nothing
 */
public record Item(String id, String title, Outcome outcome, List<String> findings) {
    public Item {
        requireNonNull(id, "id is null");
        requireNonNull(title, "title is null");
        requireNonNull(outcome, "outcome is null");
        findings = List.copyOf(findings);
    }

    /** How it stands. */
    public enum Outcome {
        /** Looked at, and in order. */
        PASSED,
        /** Looked at; it does not stand in the way, but a person should know. */
        ATTENTION,
        /** Looked at, and in the way of an upgrade. */
        FAILED,
        /** Nothing that a program can look at: a person ticks it. */
        BOX
    }

    /** In order if there is nothing to say against it, otherwise in the way. */
    static Item failedBy(String id, String title, List<String> findings) {
        return new Item(id, title, findings.isEmpty() ? Outcome.PASSED : Outcome.FAILED, findings);
    }

    /** In order if there is nothing to say, otherwise for a person to weigh. */
    static Item worthKnowing(String id, String title, List<String> findings) {
        return new Item(id, title, findings.isEmpty() ? Outcome.PASSED : Outcome.ATTENTION, findings);
    }
}
