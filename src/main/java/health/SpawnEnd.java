package health;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Sees to it that a check leaves no server behind: not when it fails, and not when the command is interrupted either, for as
 * long as this is open.
 */
final class SpawnEnd implements AutoCloseable {
    /** A pod has up to 30 s to end, and the hub sees it some seconds later. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final SpawnHub hub;
    private final Duration between;
    private final Thread interrupted = new Thread(this::interrupt);
    private boolean asking;
    private boolean ending;

    /** @param between how long to wait between two looks */
    SpawnEnd(SpawnHub hub, Duration between) {
        this.hub = hub;
        this.between = between;
        Runtime.getRuntime().addShutdownHook(interrupted);
    }

    /** Asks for the server; an interruption meanwhile waits for the answer, or it would stop what has yet to come. */
    HubAnswer start() throws IOException, InterruptedException {
        if (!mayAsk()) {
            throw new InterruptedException("the command is ending");
        }
        try {
            return hub.start();
        } finally {
            asked();
        }
    }

    /** Stops the server, if there is one, and waits; what keeps it from being gone, in one line. */
    Optional<String> gone() throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        String last = "it is still there " + PATIENCE.toSeconds() + " s after it was stopped";
        while (System.nanoTime() < until) {
            try {
                HubAnswer user = hub.user();
                CheckServer server = CheckServer.of(user.json());
                if (user.isGood() && !server.there() && !isAsking()) {
                    return Optional.empty();
                }
                HubAnswer told = server.there() && !server.pending().equals("stop") ? hub.stop() : user;
                last = told.isGood() ? last : "it could not be stopped: the hub " + told.said();
            } catch (IOException silent) {
                last = "it could not be stopped: the hub does not answer";
            }
            Thread.sleep(between.toMillis());
        }
        return Optional.of(last);
    }

    private void interrupt() {
        synchronized (this) {
            ending = true;
        }
        try {
            gone();
        } catch (InterruptedException nobodyDoesThat) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean mayAsk() {
        asking = !ending;
        return asking;
    }

    private synchronized void asked() {
        asking = false;
    }

    private synchronized boolean isAsking() {
        return asking;
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(interrupted);
        } catch (IllegalStateException alreadyShuttingDown) {
            // It stops the server just now.
        }
    }
}
