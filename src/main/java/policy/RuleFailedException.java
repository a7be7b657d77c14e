package policy;

/** A rule could not judge. The run must not go on as if it had. */
public final class RuleFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RuleFailedException(String message) {
        super(message);
    }

    /** The failure's own words may hold values: only where it happened is told. */
    static RuleFailedException of(String rule, String subject, Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return new RuleFailedException("rule " + rule + " failed at " + subject + " with "
                + failure.getClass().getSimpleName() + (trace.length == 0 ? "" : " at " + trace[0])
                + "; this is a fault of the rule, not of the resource: mend the rule");
    }
}
