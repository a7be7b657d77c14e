package cli;

import java.io.Serial;

/** A preview that may not be applied; it has said why itself. */
final class PlanRefusedException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    PlanRefusedException(int exitCode) {
        super("no plan is made of a preview that fails; nothing was changed");
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
