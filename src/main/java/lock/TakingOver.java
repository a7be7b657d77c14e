package lock;

import engine.EngineFailedException;
import engine.KeptLocks;
import engine.LockHolder;
import engine.StateLock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import target.RefusedException;

/**
 * Removes locks that were named. The engine removes all that a stack has, so all of them must have been named; and while
 * one of them is there, the engine gives the stack to nobody else, so what it removes is what was named.
 */
public final class TakingOver {
    private final KeptLocks locks;
    private final Function<StateLock, LockHolder> holders;
    private final TakeOvers record;
    private final String recordStack;

    /** @param holders what is known of a lock's process */
    public TakingOver(String environment, KeptLocks locks, Function<StateLock, LockHolder> holders, TakeOvers record) {
        this.locks = locks;
        this.holders = holders;
        this.record = record;
        this.recordStack = TakeOvers.stackOf(environment);
    }

    /**
     * The locks of these names, if they may be taken over.
     *
     * @param ids whole names of locks
     * @throws RefusedException with all that is against it: a name that no lock has, a lock that was not named beside one
     *     that was, a process on this host that is alive
     */
    public List<StateLock> named(Collection<String> ids) {
        var there = locks.there();
        var named = there.stream().filter(lock -> ids.contains(lock.id())).toList();
        var faults = new ArrayList<String>();
        unknown(ids, there).forEach(faults::add);
        Set<String> stacks = named.stream().map(StateLock::stack).collect(Collectors.toSet());
        for (StateLock lock : there) {
            if (stacks.contains(lock.stack()) && !ids.contains(lock.id())) {
                faults.add("--take-over: does not name " + lock.title() + ", which is on " + lock.stack()
                        + ", too; all of a stack's locks go at once: name each, or none");
            }
        }
        for (StateLock lock : named) {
            if (holders.apply(lock) == LockHolder.ALIVE) {
                faults.add(lock.title() + " is of a process on this host that is alive; wait for it, or end it: kill "
                        + lock.process());
            }
        }
        if (!faults.isEmpty()) {
            throw new RefusedException(String.join("\n", faults) + "\nnothing was changed");
        }
        return named;
    }

    private static List<String> unknown(Collection<String> ids, List<StateLock> there) {
        String allowed =
                there.isEmpty() ? "none" : there.stream().map(StateLock::title).collect(Collectors.joining(", "));
        return new TreeSet<>(ids)
                .stream()
                        .filter(id -> there.stream().noneMatch(lock -> lock.id().equals(id)))
                        .map(id -> "--take-over: there is no lock of that name, \"" + id + "\"; there is " + allowed)
                        .toList();
    }

    /**
     * Puts on record and removes what was named.
     *
     * @param ids as they were shown to whoever agreed: if other locks are there by now, nothing is removed
     * @return the locks that are there afterwards, of others
     * @throws RefusedException as {@link #named}
     * @throws EngineFailedException when a lock is still there afterwards
     */
    public List<StateLock> take(Collection<String> ids, String by, Instant at, String reason) {
        var taken = named(ids).stream()
                .map(lock -> new TakeOver(lock, by, at, reason))
                .toList();
        Set<String> stacks =
                taken.stream().map(each -> each.lock().stack()).collect(Collectors.toCollection(LinkedHashSet::new));
        // A lock on the record itself would refuse the record.
        if (stacks.remove(recordStack)) {
            locks.remove(recordStack);
        }
        record.add(taken);
        stacks.forEach(locks::remove);
        var there = locks.there();
        requireGone(ids, there);
        return there;
    }

    private static void requireGone(Collection<String> ids, List<StateLock> there) {
        var left = there.stream().filter(lock -> ids.contains(lock.id())).toList();
        if (!left.isEmpty()) {
            throw new EngineFailedException("the engine did not remove "
                    + left.stream().map(StateLock::title).collect(Collectors.joining(", "))
                    + "; look at the backend's own log, and try again");
        }
    }
}
