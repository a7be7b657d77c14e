package policy.analyzer;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import policy.RuleFailedException;

/**
 * Holds each rule to a time. The engine waits for a pack as long as it takes; a rule that hangs would hang the run, and
 * one that is cut off unsaid would pass it. So it ends in an error.
 */
final class TimeLimit {
    private final Duration limit;
    private final Map<Asked, Future<?>> running = new ConcurrentHashMap<>();
    private final ExecutorService workers = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(work, "rules");
        thread.setDaemon(true);
        return thread;
    });

    TimeLimit(Duration limit) {
        this.limit = limit;
    }

    /** Work that says, before each rule, which one it asks now. */
    interface Work<T> {
        T with(Consumer<String> asked);
    }

    private static final class Asked implements Consumer<String> {
        private volatile String rule = "none yet";
        private volatile long since = System.nanoTime();

        @Override
        public void accept(String next) {
            rule = next;
            since = System.nanoTime();
        }
    }

    /**
     * The work's result.
     *
     * @throws RuleFailedException when a rule takes longer
     * @throws CancellationException when the engine has cancelled
     */
    <T> T of(Work<T> work) {
        var asked = new Asked();
        Callable<T> call = () -> work.with(asked);
        Future<T> future = workers.submit(call);
        running.put(asked, future);
        try {
            return await(future, asked);
        } finally {
            running.remove(asked);
        }
    }

    private <T> T await(Future<T> future, Asked asked) {
        while (true) {
            long left = limit.toNanos() - (System.nanoTime() - asked.since);
            if (left <= 0) {
                future.cancel(true);
                throw new RuleFailedException("rule " + asked.rule + " took longer than " + limit.toMillis()
                        + " ms; each rule has to answer within that: mend the rule");
            }
            try {
                return future.get(left, TimeUnit.NANOSECONDS);
            } catch (TimeoutException perhapsOfAnEarlierRule) {
                // The rule that is asked by now may have time left.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException();
            } catch (ExecutionException failure) {
                if (failure.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw new RuleFailedException("rule " + asked.rule + " failed with "
                        + failure.getCause().getClass().getSimpleName());
            }
        }
    }

    void cancel() {
        running.values().forEach(future -> future.cancel(true));
    }
}
