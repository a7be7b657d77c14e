package engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFileTest {
    @TempDir
    Path folder;

    @Test
    void many_that_write_it_at_once_find_one_whole_secret() throws Exception {
        Path file = folder.resolve("passphrase");
        int writers = 8;
        var together = new CyclicBarrier(writers);
        Callable<String> writer = () -> {
            together.await();
            SecretFile.writeRandom(file);
            return Files.readString(file);
        };
        var found = new ArrayList<Future<String>>();
        var threads = Executors.newFixedThreadPool(writers);
        try {
            for (int i = 0; i < writers; i++) {
                found.add(threads.submit(writer));
            }
            for (Future<String> each : found) {
                assertThat(each.get()).hasSize(64).isEqualTo(Files.readString(file));
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(folder).isDirectoryNotContaining("glob:**/.*");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
