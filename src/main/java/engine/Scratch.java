package engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import toolchain.FolderTree;

/**
 * A folder for what an engine run leaves lying about, gone after it. The Kubernetes provider (4.25) writes the whole
 * kubeconfig, keys included, to a temporary file of each run and never removes it.
 */
final class Scratch implements AutoCloseable {
    private final Path folder;

    Scratch(Path parent) {
        try {
            this.folder = Files.createTempDirectory(
                    parent, "run-", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() {
        FolderTree.remove(folder);
    }
}
