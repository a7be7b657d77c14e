package posting;

import java.util.List;

/** Something could not be posted: a sentence each, and never with a token. */
public final class PostingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** No request of this run can succeed any more. */
    static final int HOPELESS = 0;

    private final List<String> faults;
    private final int status;

    private PostingException(List<String> faults, int status) {
        super(String.join("\n", faults));
        this.faults = List.copyOf(faults);
        this.status = status;
    }

    static PostingException answered(int status, String fault) {
        return new PostingException(List.of(fault), status);
    }

    static PostingException hopeless(String fault) {
        return new PostingException(List.of(fault), HOPELESS);
    }

    static PostingException all(List<String> faults) {
        return new PostingException(faults, HOPELESS);
    }

    public List<String> faults() {
        return faults;
    }

    int status() {
        return status;
    }

    /** Time is up, or the token is not known: further requests would say the same. */
    boolean endsTheRun() {
        return status == HOPELESS || status == 401;
    }
}
