package health;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;

/**
 * How one thing stands.
 *
 * @param stack the stack that declares it
 * @param what a kind and a name such as {@code Deployment jupyterhub/hub}, or an address
 * @param reason why it is not green, in one line and without a time; empty for what is green
 */
public record Finding(String stack, String what, Outcome outcome, String reason) {
    static final Comparator<Finding> ORDER = Comparator.comparing(Finding::what).thenComparing(Finding::reason);

    public Finding {
        requireNonNull(stack, "stack is null");
        requireNonNull(what, "what is null");
        requireNonNull(outcome, "outcome is null");
        requireNonNull(reason, "reason is null");
    }

    static Finding green(String stack, String what) {
        return new Finding(stack, what, Outcome.GREEN, "");
    }

    static Finding red(String stack, String what, String reason) {
        return new Finding(stack, what, Outcome.RED, reason);
    }

    static Finding notAsked(String stack, String what, String reason) {
        return new Finding(stack, what, Outcome.NOT_ASKED, reason);
    }

    /** As people read it: {@code jupyterhub: Deployment jupyterhub/hub: is absent}. */
    @Override
    public String toString() {
        return stack + ": " + what + (reason.isEmpty() ? "" : ": " + reason);
    }
}
