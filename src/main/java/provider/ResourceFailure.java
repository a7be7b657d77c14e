package provider;

/** A resource that could not be brought to what is declared; its message is a sentence for the one who reads the run. */
public class ResourceFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ResourceFailure(String message) {
        super(message);
    }

    protected ResourceFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
