package health;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Starts a server for the check user, as a physicist would, asks whether it answers, and stops it again. */
final class Spawn {
    private final SpawnWish wish;
    private final SpawnHub hub;
    private final Duration between;

    /** @param between how long to wait between two looks at a server that comes or goes */
    Spawn(SpawnWish wish, SpawnHub hub, Duration between) {
        this.wish = wish;
        this.hub = hub;
        this.between = between;
    }

    /** @param told what the hub says meanwhile */
    Spawned run(Consumer<String> told) {
        long begun = System.nanoTime();
        try {
            Optional<String> hindrance = hindrance();
            return hindrance.isPresent() ? red(begun, Optional.empty(), hindrance.get()) : tried(begun, told);
        } catch (IOException silent) {
            return red(begun, Optional.empty(), "the hub does not answer: " + Asker.reason(silent));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return red(begun, Optional.empty(), "was not waited for");
        }
    }

    /** Why nothing can be started; a server that is there belongs to another check, or to somebody who looks into one. */
    private Optional<String> hindrance() throws IOException, InterruptedException {
        HubAnswer user = hub.user();
        if (!user.isGood()) {
            return Optional.of("the hub " + user.said() + " when it is asked for " + wish.user());
        }
        CheckServer before = CheckServer.of(user.json());
        return before.there()
                ? Optional.of(
                        wish.user() + " has a server already"
                                + (before.started().isEmpty() ? "" : ", since " + before.started())
                                + ": it was neither used nor stopped; if no other check runs, stop it on the hub's page /hub/admin")
                : Optional.empty();
    }

    private Spawned tried(long begun, Consumer<String> told) throws InterruptedException {
        try (var end = new SpawnEnd(hub, between)) {
            Optional<String> fault = started(end, told);
            Duration ready = since(begun);
            Optional<String> left = end.gone();
            if (fault.isPresent()) {
                return red(
                        begun,
                        Optional.empty(),
                        fault.get() + left.map("; "::concat).orElse(""));
            }
            return left.isPresent()
                    ? red(begun, Optional.of(ready), "was ready, but " + left.get())
                    : new Spawned(Finding.green(wish.stack(), wish.title()), Optional.of(ready), since(begun));
        }
    }

    private Optional<String> started(SpawnEnd end, Consumer<String> told) throws InterruptedException {
        var progress = new SpawnProgress(told);
        try {
            HubAnswer asked = end.start();
            if (!asked.isGood()) {
                // A start that failed at once is explained to who asks for its progress.
                hub.follow(progress, wish.patience());
                return Optional.of(progress.explaining("the hub " + asked.said()));
            }
            Optional<String> fault = ready(progress);
            return fault.isPresent() ? fault : answers();
        } catch (IOException silent) {
            return Optional.of(progress.explaining("the hub does not answer: " + Asker.reason(silent)));
        }
    }

    private Optional<String> ready(SpawnProgress progress) throws IOException, InterruptedException {
        long until = System.nanoTime() + wish.patience().toNanos();
        for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
            hub.follow(progress, Duration.ofNanos(left));
            if (progress.ready()) {
                return Optional.empty();
            }
            if (progress.failed()) {
                return Optional.of(progress.explaining(""));
            }
            // The stream was cut off, by a router or at the end of the time.
            CheckServer server = CheckServer.of(hub.user().json());
            if (server.ready()) {
                return Optional.empty();
            }
            if (!server.there()) {
                return Optional.of(progress.explaining("is gone before it was ready"));
            }
            Thread.sleep(between.toMillis());
        }
        return Optional.of(
                progress.explaining("was not ready after " + wish.patience().toSeconds() + " s"));
    }

    /** The hub answers in the server's place while there is none: only Jupyter Server says its version there. */
    private Optional<String> answers() throws IOException, InterruptedException {
        HubAnswer server = hub.server();
        return server.status() == 200 && server.json().path("version").isTextual()
                ? Optional.empty()
                : Optional.of("is ready, but its server " + server.said() + " to its users");
    }

    private Spawned red(long begun, Optional<Duration> ready, String reason) {
        return new Spawned(Finding.red(wish.stack(), wish.title(), reason), ready, since(begun));
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
