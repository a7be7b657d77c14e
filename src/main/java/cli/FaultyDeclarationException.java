package cli;

/** The declaration has faults; the message holds them all, a line each. */
final class FaultyDeclarationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FaultyDeclarationException(String message) {
        super(message);
    }
}
