package toolchain;

/** A missing or broken part of the toolchain, in one sentence that says what to install or do. */
public final class ToolchainException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ToolchainException(String message) {
        super(message);
    }
}
