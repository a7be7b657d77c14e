package policy;

/** A rule read a value that only a run will know; the rule does not catch it, whoever runs the rule does. */
public final class UnknownValueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnknownValueException(String path) {
        super(path);
    }

    public String path() {
        return getMessage();
    }
}
