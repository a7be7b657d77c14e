package engine;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ends what an engine waits for when it does not begin: for a policy pack that never says on which port it listens, it
 * would wait without end.
 */
final class StartLimit {
    /** Pack and program take a few seconds each; ten minutes leave a busy machine time to build their jar first. */
    private static final String SECONDS = System.getenv().getOrDefault("FACILITY_START_SECONDS", "600");

    private final Process engine;
    private final AtomicBoolean passed = new AtomicBoolean();
    private final CompletableFuture<Void> begun = new CompletableFuture<>();

    private StartLimit(Process engine) {
        this.engine = engine;
    }

    static StartLimit of(Process engine) {
        var limit = new StartLimit(engine);
        long seconds = Duration.ofSeconds(Long.parseLong(SECONDS)).toSeconds();
        var unused =
                limit.begun.completeOnTimeout(null, seconds, TimeUnit.SECONDS).thenRun(limit::endUnlessBegun);
        return limit;
    }

    /** The engine does something. */
    void begun() {
        passed.set(false);
        begun.cancel(false);
    }

    private void endUnlessBegun() {
        passed.set(true);
        // Its plug-ins first: then it says itself why it ends, and leaves no lock behind.
        engine.descendants().forEach(ProcessHandle::destroyForcibly);
        var unused = engine.onExit().orTimeout(10, TimeUnit.SECONDS).exceptionally(stillThere -> {
            engine.destroyForcibly();
            return engine;
        });
    }

    /** Empty if it has begun, or ended by itself. */
    java.util.Optional<String> said() {
        return passed.get()
                ? java.util.Optional.of("error: the engine did not begin within " + SECONDS
                        + " s: the policy pack or the program hangs at its start; what they printed is above")
                : java.util.Optional.empty();
    }
}
