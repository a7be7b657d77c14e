package facility;

/** A text is no Kubernetes quantity; the message says why in a user's words. */
public final class QuantityFormatException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    QuantityFormatException(String reason) {
        super(reason);
    }
}
