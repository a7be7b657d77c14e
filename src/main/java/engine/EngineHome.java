package engine;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import toolchain.FolderTree;

/** The engine's own folder, without the log that it would keep there, and how it collects its garbage: ADR 33. */
final class EngineHome {
    private static final String WHY =
            """
            Where this file stands, the engine keeps no log: docs/adr/0033-no-log-of-the-engines-own.md.
            For one: plain pulumi with --logtostderr --verbose=9.
            """;

    private EngineHome() {}

    /**
     * Makes the folder. The engine writes each value of each resource, secrets unmasked, to a file in {@code logs} that is
     * compressed and, once it has a key, encrypted. It has no switch for that (pulumi/pulumi#23731), and goes without when it
     * cannot make that folder.
     */
    static void prepare(Path home) throws IOException {
        Files.createDirectories(home);
        Path logs = home.resolve("logs");
        if (Files.isRegularFile(logs)) {
            return;
        }
        FolderTree.remove(logs);
        try {
            Files.writeString(logs, WHY, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileSystemException someoneWasFirst) {
            // A command beside this one, or its engine: then there is one log more, and nothing else is wrong.
        }
    }

    /**
     * Of engine and provider, which are written in Go: a run lives for seconds, and a quarter of the engine's work was
     * collecting. The second bounds the memory that the first gives away.
     */
    static Map<String, String> collector() {
        return Map.of("GOGC", "400", "GOMEMLIMIT", "1500MiB");
    }
}
