package policy;

/** The pack's own settings are wrong, in a user's words. */
public final class FaultyPackException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public FaultyPackException(String message) {
        super(message);
    }
}
