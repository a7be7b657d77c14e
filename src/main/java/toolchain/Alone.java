package toolchain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;

/** Work that one process of this machine does at a time; the next one waits, and goes on at once where one was killed. */
public final class Alone {
    private Alone() {}

    /**
     * Does the work and returns what it gave.
     *
     * @param lock a file that is made if it is not there, in a folder that is; nothing is written to it
     */
    public static <T> T with(Path lock, Supplier<T> work) {
        try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = channel.lock()) {
            if (!held.isValid()) {
                throw new IOException("the lock on " + lock + " was lost");
            }
            return work.get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
