package house;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate authority of a test's own: openssl makes it, and what it signs is for 127.0.0.1. */
public final class TestAuthority {
    private static final String PASSWORD = "for-a-test";

    private final Path folder;

    public TestAuthority(Path folder) {
        try {
            this.folder = Files.createDirectories(folder);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        openssl("req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=test-authority -keyout ca.key -out ca.crt");
    }

    /** A certificate with its key, as PEM. */
    public record Issued(Path certificate, Path key) {}

    public Path certificate() {
        return folder.resolve("ca.crt");
    }

    public String pem() throws IOException {
        return Files.readString(certificate());
    }

    /** Signs a certificate of that name, for a server on loopback or for a client. */
    public Issued issue(String name) {
        return issueFor(name, "DNS:127.0.0.1,IP:127.0.0.1");
    }

    /** Signs a certificate for a server of that host. */
    public Issued issue(String name, String host) {
        return issueFor(name, "DNS:" + host);
    }

    private Issued issueFor(String name, String names) {
        openssl("req -newkey rsa:2048 -nodes -subj /CN=" + name + " -addext subjectAltName=" + names + " -keyout "
                + name + ".key -out " + name + ".csr");
        openssl("x509 -req -in " + name + ".csr -CA ca.crt -CAkey ca.key -days 2 -copy_extensions copy -out " + name
                + ".crt");
        return new Issued(folder.resolve(name + ".crt"), folder.resolve(name + ".key"));
    }

    /** TLS with a certificate of this authority, trusting what this authority signed and nothing else. */
    public SSLContext tls(Issued own) throws IOException, GeneralSecurityException {
        openssl("pkcs12 -export -in " + own.certificate() + " -inkey " + own.key() + " -passout pass:" + PASSWORD
                + " -out own.p12");
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store("own.p12"), PASSWORD.toCharArray());
        var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(authority());
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }

    private KeyStore authority() throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (var pem = Files.newInputStream(certificate())) {
            store.setCertificateEntry(
                    "authority", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        return store;
    }

    private KeyStore store(String file) throws IOException, GeneralSecurityException {
        return KeyStore.getInstance(folder.resolve(file).toFile(), PASSWORD.toCharArray());
    }

    private void openssl(String arguments) {
        var words = new ArrayList<String>();
        words.add("openssl");
        words.addAll(List.of(arguments.split(" ")));
        try {
            Process process = new ProcessBuilder(words)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(arguments + " failed:\n" + said);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
