package cli;

import change.ChangeSet;
import change.Notice;
import change.Origin;
import change.Verdict;
import config.FaultyDeclarationException;
import java.util.List;
import java.util.Map;
import target.NoClusterException;
import target.RefusedException;

/** The report of a preview that came to no end: whoever reads reports must not go on seeing yesterday's green one. */
final class FailedReport {
    private FailedReport() {}

    static ChangeSet of(Origin origin, RuntimeException failure) {
        String message = Exit.of(failure).isPresent()
                ? String.valueOf(failure.getMessage())
                : "a fault in facility itself: " + failure;
        return new ChangeSet(
                origin,
                verdict(failure),
                Exit.of(failure).orElse(Exit.FAILED).code(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new Notice("", message)),
                List.of(),
                Map.of(),
                0);
    }

    private static Verdict verdict(RuntimeException failure) {
        if (failure instanceof NoClusterException) {
            return Verdict.NO_CLUSTER;
        }
        if (failure instanceof FaultyDeclarationException) {
            return Verdict.FAULTY;
        }
        if (failure instanceof RefusedException) {
            return Verdict.REFUSED;
        }
        return failure instanceof PolicyViolatedException ? Verdict.POLICY : Verdict.FAILED;
    }
}
