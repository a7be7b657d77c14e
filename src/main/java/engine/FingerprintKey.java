package engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;

/**
 * The key of the fingerprints that stand for secrets in reports: what guards the state's own secrets, so that two
 * previews of one change say the same, and nobody who only reads them can try values.
 */
public final class FingerprintKey {
    private static final int BYTES = 32;

    private FingerprintKey() {}

    /** With a secrets provider of the team's there is no passphrase: then a key of this run's, and of no other. */
    public static byte[] of(Workspace workspace) {
        return kept(workspace).orElseGet(() -> {
            byte[] key = new byte[BYTES];
            new SecureRandom().nextBytes(key);
            return key;
        });
    }

    /** The key that later runs have as well; empty with a secrets provider of the team's. */
    static Optional<byte[]> kept(Workspace workspace) {
        return workspace.target().isTwin()
                ? Optional.of(labelled(read(workspace.passphrase())))
                : kept(System.getenv());
    }

    /** The same, of a run's variables. */
    static Optional<byte[]> kept(Map<String, String> variables) {
        String file = variables.getOrDefault("PULUMI_CONFIG_PASSPHRASE_FILE", "");
        String passphrase = variables.getOrDefault("PULUMI_CONFIG_PASSPHRASE", "");
        if (!file.isEmpty()) {
            return Optional.of(labelled(read(Path.of(file))));
        }
        return passphrase.isEmpty() ? Optional.empty() : Optional.of(labelled(passphrase));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** So that no fingerprint is a hash that means anything elsewhere. */
    private static byte[] labelled(String passphrase) {
        return ("facility fingerprint\n" + passphrase).getBytes(StandardCharsets.UTF_8);
    }
}
