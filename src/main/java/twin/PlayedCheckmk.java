package twin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * The CheckMK server that a twin plays.
 *
 * @param url where it listens, on loopback
 * @param authority the certificate that its own is verified against
 */
public record PlayedCheckmk(String url, Path authority) {
    /** The one of the twin whose kubeconfig is given; empty for a twin of before there was one. */
    public static Optional<PlayedCheckmk> besides(Path kubeconfig) {
        var folder = new TwinFolder(kubeconfig.toAbsolutePath().getParent());
        if (!Files.exists(folder.ports())) {
            return Optional.empty();
        }
        var ports = new Properties();
        try (var in = Files.newBufferedReader(folder.ports())) {
            ports.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.ofNullable(ports.getProperty(Ports.Use.CHECKMK.name()))
                .map(port ->
                        new PlayedCheckmk("https://127.0.0.1:" + port, new Pki(folder.pki()).authorityCertificate()));
    }
}
