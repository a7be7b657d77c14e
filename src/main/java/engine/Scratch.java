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
    private static final String PREFIX = "run-";

    private final Path folder;

    Scratch(Path parent) {
        try {
            removeOrphans(parent);
            this.folder = Files.createTempDirectory(
                    parent,
                    PREFIX + ProcessHandle.current().pid() + "-",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of runs that were killed. */
    private static void removeOrphans(Path parent) throws IOException {
        try (var folders = Files.newDirectoryStream(parent, PREFIX + "[0-9]*-*")) {
            for (Path each : folders) {
                String pid = each.getFileName().toString().split("-", 3)[1];
                if (ProcessHandle.of(Long.parseLong(pid)).isEmpty()) {
                    FolderTree.remove(each);
                }
            }
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
