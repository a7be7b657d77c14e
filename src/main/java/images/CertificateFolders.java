package images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import tls.Authorities;

/**
 * Where container engines look for a private registry's authority, by containers-certs.d(5): {@code <folder>/<host:port>/*.crt}.
 * Client certificates are not taken from there.
 */
final class CertificateFolders {
    private final List<Path> folders;

    private CertificateFolders(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    static CertificateFolders of(Map<String, String> variables, Path home) {
        String config = variables.getOrDefault("XDG_CONFIG_HOME", "");
        Path own = (config.isBlank() ? home.resolve(".config") : Path.of(config))
                .resolve("containers")
                .resolve("certs.d");
        return new CertificateFolders(List.of(own, Path.of("/etc/containers/certs.d"), Path.of("/etc/docker/certs.d")));
    }

    /** Where a person puts an authority. */
    Path own(String host) {
        return folders.get(0).resolve(host);
    }

    /**
     * TLS for a registry; empty, which is the JDK's own, where nothing is kept for it.
     *
     * @throws IOException with a sentence, when what is kept for it cannot be read
     */
    Optional<SSLContext> tls(String host) throws IOException {
        for (Path folder : folders) {
            List<Path> files = certificates(folder.resolve(host));
            if (!files.isEmpty()) {
                try {
                    return Optional.of(Authorities.besides(files));
                } catch (IOException | GeneralSecurityException e) {
                    throw new IOException(
                            "the certificates in \"" + folder.resolve(host) + "\" cannot be read: " + e.getMessage());
                }
            }
        }
        return Optional.empty();
    }

    private static List<Path> certificates(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".crt"))
                    .sorted()
                    .toList();
        }
    }
}
