package cli;

/**
 * How a command ends; a public contract. Decided from events and faults, never from the engine's own exit code. When
 * several hold, the one that stands first here wins.
 */
public enum Exit {
    /** Wrong usage, or a faulty declaration: nothing was started. */
    USAGE(2),
    /** Refused for safety: identity, protection, lock. Nothing was changed. */
    REFUSED(4),
    /** A policy forbids it. */
    POLICY(3),
    /** Tried and failed. */
    FAILED(1),
    DONE(0);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    Exit or(Exit other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
