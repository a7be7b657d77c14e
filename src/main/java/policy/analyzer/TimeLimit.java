package policy.analyzer;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import policy.RuleFailedException;

/**
 * Holds each rule to a time. The engine waits for a pack as long as it takes; a rule that hangs would hang the run, and
 * one that is cut off unsaid would pass it. So it ends in an error.
 */
final class TimeLimit implements AutoCloseable {
    /** How often it is looked whether a rule has taken too long: at most a quarter late, and no timer for each rule. */
    private static final int LOOKS = 4;

    private final Duration limit;
    private final Set<Asked<?>> running = ConcurrentHashMap.newKeySet();
    private final ExecutorService workers = Executors.newCachedThreadPool(named("rules"));
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(named("rules-watch"));

    TimeLimit(Duration limit) {
        this.limit = limit;
        long period = Math.max(1, limit.toMillis() / LOOKS);
        var unused = watch.scheduleWithFixedDelay(this::endOverdue, period, period, TimeUnit.MILLISECONDS);
    }

    private static ThreadFactory named(String name) {
        return work -> {
            var thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Work that says, before each rule, which one it asks now. */
    interface Work<T> {
        T with(Consumer<String> asked);
    }

    private static final class Asked<T> extends CompletableFuture<T> implements Consumer<String> {
        private volatile String rule = "none yet";
        private volatile long since = System.nanoTime();
        private volatile Future<?> work;

        @Override
        public void accept(String next) {
            rule = next;
            since = System.nanoTime();
        }

        private void end(RuntimeException why) {
            completeExceptionally(why);
            if (work != null) {
                work.cancel(true);
            }
        }
    }

    /**
     * The work's result, once it is there. It fails with what the work throws; with {@link RuleFailedException} when a rule
     * takes longer, and {@link CancellationException} when the engine has cancelled.
     */
    <T> CompletableFuture<T> of(Work<T> work) {
        var asked = new Asked<T>();
        running.add(asked);
        asked.work = workers.submit(() -> {
            try {
                asked.complete(work.with(asked));
            } catch (RuntimeException failure) {
                asked.completeExceptionally(failure);
            } catch (Error failure) {
                asked.completeExceptionally(new RuleFailedException("rule " + asked.rule + " failed with "
                        + failure.getClass().getSimpleName()));
            } finally {
                running.remove(asked);
            }
        });
        return asked;
    }

    private void endOverdue() {
        for (Asked<?> asked : running) {
            if (System.nanoTime() - asked.since > limit.toNanos()) {
                asked.end(new RuleFailedException("rule " + asked.rule + " took longer than " + limit.toMillis()
                        + " ms; each rule has to answer within that: mend the rule"));
            }
        }
    }

    void cancel() {
        running.forEach(asked -> asked.end(new CancellationException()));
    }

    @Override
    public void close() {
        watch.shutdownNow();
        workers.shutdownNow();
    }
}
