package twin;

/** The twin cannot do what was asked, in one sentence that says why and what to do. */
public final class TwinException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TwinException(String message) {
        super(message);
    }
}
