package target;

/** The cluster does not answer: nothing can be said of it, and nothing was changed. */
public final class NoClusterException extends RuntimeException {
    /** How its message begins, wherever it is passed on as a text. */
    public static final String MARK = "NO CLUSTER: ";

    private static final long serialVersionUID = 1L;

    public NoClusterException(String message) {
        super(message);
    }
}
