package engine;

import java.util.List;
import toolchain.Command;

/** The locks of an environment's stacks, in whatever backend they are, by the engine's own commands. */
public final class StateLocks implements KeptLocks {
    private final PulumiCommand pulumi;
    private final List<String> stacks;

    /** @param stacks names, {@code dev} and those beside it */
    public StateLocks(PulumiCommand pulumi, List<String> stacks) {
        this.pulumi = pulumi;
        this.stacks = List.copyOf(stacks);
    }

    @Override
    public List<StateLock> there() {
        pulumi.workspace().backend().requireLocks();
        // Each waits for the backend more than it works.
        return stacks.parallelStream().map(this::of).flatMap(List::stream).toList();
    }

    /**
     * The engine (3.256, pkg/backend/diy: renameStack) takes a stack's lock before it finds that the new name is taken,
     * as its own always is: so it says who is before it, or that the name is taken, and writes nothing but its own lock,
     * which it takes away again.
     */
    private List<StateLock> of(String stack) {
        Command refused = pulumi.aside("stack", "rename", stack, "--stack", stack, "--non-interactive");
        var locks = StateLock.in(stack, refused.output());
        boolean free = refused.output().contains("a stack named " + stack + " already exists")
                || refused.output().contains("no stack named");
        if (locks.isEmpty() && !free) {
            throw new EngineFailedException("the engine could not say who holds " + stack + ": "
                    + refused.output().strip());
        }
        return locks;
    }

    @Override
    public void remove(String stack) {
        var removed = pulumi.aside("cancel", "--stack", stack, "--yes", "--non-interactive");
        if (!removed.succeeded()) {
            throw new EngineFailedException("the engine could not remove the lock on " + stack + ": "
                    + removed.output().strip());
        }
    }
}
