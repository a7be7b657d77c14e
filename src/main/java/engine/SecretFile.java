package engine;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A file that holds one random secret, readable by its owner alone from its first byte. */
final class SecretFile {
    private static final int BYTES = 32;

    private SecretFile() {}

    /** Unless it is there: who comes second, at the same moment even, takes the first one's. */
    static void writeRandom(Path file) throws IOException {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        // A temporary file is its owner's alone; linked when it is whole, which fails where there is one.
        Path whole = Files.createTempFile(file.getParent(), "." + file.getFileName(), "");
        try {
            Files.writeString(whole, HexFormat.of().formatHex(secret));
            Files.createLink(file, whole);
        } catch (FileAlreadyExistsException there) {
            // The first one's.
        } finally {
            Files.delete(whole);
        }
    }
}
