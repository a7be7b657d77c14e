package engine;

/** The engine could not do what was asked, in its own words. */
public final class EngineFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EngineFailedException(String message) {
        super(message);
    }
}
