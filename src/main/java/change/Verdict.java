package change;

import com.fasterxml.jackson.annotation.JsonValue;

/** How a preview ends, the worst first. */
public enum Verdict {
    /** The declaration has faults; nothing was compared. */
    FAULTY("faulty declaration"),
    /** The cluster, its rights or its kinds are not what they must be, or protection forbids a step. */
    REFUSED("refused"),
    /** A rule forbids it. */
    POLICY("a policy forbids it"),
    /** The cluster does not answer: nothing in the report is about it. */
    NO_CLUSTER("NO CLUSTER"),
    /** It was tried and failed; what is known so far is in the report. */
    FAILED("failed"),
    CHANGES("changes"),
    NO_CHANGES("no changes");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** As JSON writes it. */
    @JsonValue
    public String key() {
        return JsonKey.of(this);
    }

    /** Whether up would go through with it. */
    public boolean passes() {
        return this == CHANGES || this == NO_CHANGES;
    }
}
