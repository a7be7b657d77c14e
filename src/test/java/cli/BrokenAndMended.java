package cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** A dev environment, for tests that break it and leave it mended; it declares what {@link ProtectionIT} lets go. */
public final class BrokenAndMended extends ProjectIsUp {
    public BrokenAndMended() {
        super("broken-and-mended", BrokenAndMended::declare);
    }

    private static void declare(ScratchProject project) {
        try {
            var file = project.root().resolve("Pulumi.dev.yaml");
            Files.writeString(file, ProtectionIT.declaring(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
