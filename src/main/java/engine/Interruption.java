package engine;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What becomes of the engine when this process is told to end: it ends in order and writes its state, and this process
 * reads its words until then. An engine whose reader is gone dies at its next word, with all that it has not written.
 */
public final class Interruption implements AutoCloseable {
    /** A terminal's ^C reaches the engine too, and a second signal would break off what it is doing. */
    private static final int TERMINAL_MILLIS = 1000;

    /** For what is said of the run after its end. */
    private static final int LAST_WORDS_SECONDS = 10;

    private static final CountDownLatch SAID = new CountDownLatch(1);

    private static volatile boolean isEnding;

    private final Process engine;
    private final Thread ending = new Thread(this::end);
    private final CountDownLatch told = new CountDownLatch(1);

    /** From now on the engine's end is waited for. */
    Interruption(Process engine) {
        this.engine = engine;
        Runtime.getRuntime().addShutdownHook(ending);
    }

    /** The engine itself said that a signal reached it: 3.256, pkg/backend/cancellation_scope.go. */
    void heard(String line) {
        if (line.contains("received; cancelling")) {
            told.countDown();
        }
    }

    /** The command has said all: this process may go. */
    public static void allIsSaid() {
        SAID.countDown();
    }

    /** Whether this process was told to end while an engine ran: no other engine is to be started. */
    public static boolean isEnding() {
        return isEnding;
    }

    private void end() {
        isEnding = true;
        try {
            if (!told.await(TERMINAL_MILLIS, TimeUnit.MILLISECONDS)) {
                // Not the process itself: that would close the stream that its last words come by.
                engine.toHandle().destroy();
            }
            engine.waitFor();
            var unused = SAID.await(LAST_WORDS_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(ending);
        } catch (IllegalStateException alreadyEnding) {
            // The hook runs, and ends with the engine.
        }
    }
}
