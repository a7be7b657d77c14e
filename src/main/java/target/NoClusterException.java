package target;

/** The cluster does not answer: nothing can be said of it, and nothing was changed. */
public final class NoClusterException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NoClusterException(String message) {
        super(message);
    }
}
