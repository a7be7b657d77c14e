package campaign;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A command that may be killed with all that it started, at a time after it said something. */
final class KillableRun {
    private final Process process;
    private final CountDownLatch said = new CountDownLatch(1);
    private final StringBuffer output = new StringBuffer();
    private final CompletableFuture<Void> read;
    private volatile Instant saidAt = Instant.MAX;

    /** @param words that its output is watched for */
    KillableRun(Path folder, String line, String words) throws IOException {
        this(folder, line, said -> said.contains(words));
    }

    /** @param awaited the line that its output is watched for */
    KillableRun(Path folder, String line, Predicate<String> awaited) throws IOException {
        process = new ProcessBuilder(List.of("bash", "-c", "exec " + line))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        read = CompletableFuture.runAsync(() -> read(awaited));
    }

    private void read(Predicate<String> awaited) {
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null) {
                output.append(line).append('\n');
                if (said.getCount() > 0 && awaited.test(line)) {
                    saidAt = Instant.now();
                    said.countDown();
                }
                line = lines.readLine();
            }
        } catch (IOException closed) {
            output.append("(its output was cut off)\n");
        } finally {
            said.countDown();
        }
    }

    /** Kills it, and whatever it started, so long after it had said the words; false if it had ended by then. */
    boolean killedAfter(Duration time) throws InterruptedException {
        said.await();
        boolean alive = !process.waitFor(time.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
        // Whoever is killed first can start nothing more.
        Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList()
                .forEach(ProcessHandle::destroyForcibly);
        process.waitFor();
        return alive;
    }

    int exit() throws InterruptedException {
        int exit = process.waitFor();
        read.join();
        return exit;
    }

    String output() {
        return output.toString();
    }

    /** From the words to now, or to nothing if they were never said. */
    Duration sinceSaid() {
        return saidAt.equals(Instant.MAX) ? Duration.ZERO : Duration.between(saidAt, Instant.now());
    }
}
