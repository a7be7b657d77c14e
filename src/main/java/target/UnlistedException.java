package target;

/** A kind that could not be listed: not served, not allowed, or not answered in time. */
public final class UnlistedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnlistedException(ListedKind kind, String reason) {
        super(kind + " cannot be listed: " + reason);
    }
}
