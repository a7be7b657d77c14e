package engine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** What is known here of the process that took a lock. */
public enum LockHolder {
    /** It runs on this host. */
    ALIVE,
    /** It ran on this host and has ended. */
    ENDED,
    /** It is on another host: only whoever started it can say. */
    ELSEWHERE;

    /** A lock's time has whole seconds, and a process's start is counted from a boot time with such an error, too. */
    private static final Duration SLACK = Duration.ofSeconds(2);

    /** Of a lock, by this host's processes. */
    public static LockHolder of(StateLock lock) {
        return of(lock, host());
    }

    static LockHolder of(StateLock lock, String here) {
        if (!lock.host().equals(here)) {
            return ELSEWHERE;
        }
        return ProcessHandle.of(lock.process())
                        .filter(process -> !reused(process, lock.since()))
                        .filter(process -> !dead(process.pid()))
                        .isPresent()
                ? ALIVE
                : ENDED;
    }

    /** Whoever started after the lock was taken has only the number of whoever took it. */
    private static boolean reused(ProcessHandle process, Instant since) {
        return process.info()
                .startInstant()
                .filter(start -> start.isAfter(since.plus(SLACK)))
                .isPresent();
    }

    /** Where nobody asks for its exit code, as in a container without an init, a process stays in the table. */
    private static boolean dead(long pid) {
        try {
            String line = Files.readString(Path.of("/proc/" + pid + "/stat"));
            // "4242 (name) Z ...", proc(5); the name may hold anything, a bracket too.
            return line.startsWith("Z", line.lastIndexOf(')') + 2);
        } catch (IOException unknown) {
            return false;
        }
    }

    /** As the engine writes it into a lock, which asks the kernel. */
    private static String host() {
        try {
            Path kernel = Path.of("/proc/sys/kernel/hostname");
            return Files.exists(kernel)
                    ? Files.readString(kernel).strip()
                    : InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "";
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
