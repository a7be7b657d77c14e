package engine;

import java.util.Optional;
import java.util.stream.Collectors;

/** What is said to whoever meets another's lock. */
final class Lockout {
    private Lockout() {}

    /**
     * Who holds a stack and what to do about it; empty where it is not for a lock that the engine refused.
     *
     * @param said all that the engine printed
     */
    static Optional<String> of(Workspace workspace, String stack, String said) {
        var locks = StateLock.in(stack, said);
        if (locks.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(locks.stream().map(StateLock::title).collect(Collectors.joining(", "))
                + "; wait for it to end, or, if it was killed, take it over: ./facility locks "
                + workspace.environment() + (workspace.target().isTwin() ? "" : " --on cluster")
                + locks.stream().map(lock -> " --take-over " + lock.id()).collect(Collectors.joining())
                + " --reason WHY");
    }
}
