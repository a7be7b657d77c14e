package cli;

import engine.Changes;

/** The exit code that a run's events add up to. */
final class RunVerdict {
    private RunVerdict() {}

    static Exit of(Changes changes) {
        Exit exit = changes.succeeded() ? Exit.DONE : Exit.FAILED;
        if (changes.policyViolated()) {
            exit = exit.or(Exit.POLICY);
        }
        if (changes.declarationFaulty()) {
            exit = exit.or(Exit.USAGE);
        }
        if (changes.programRefused()) {
            exit = exit.or(Exit.REFUSED);
        }
        return changes.protectionForbids() ? exit.or(Exit.REFUSED) : exit;
    }
}
