package posting;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Certificates that a host's is verified against: the JDK's, and those of a private host's file. */
final class Authorities {
    private Authorities() {}

    /** Empty, which is the JDK's alone, when the variable is not set. */
    static Optional<SSLContext> of(Variables variables, String name) {
        return variables.find(name).flatMap(file -> {
            try {
                return Optional.of(with(Path.of(file)));
            } catch (IOException | GeneralSecurityException e) {
                variables.fault(
                        name + ": cannot be read as certificates, \"" + file + "\"; a file of PEM certificates");
                return Optional.empty();
            }
        });
    }

    private static SSLContext with(Path file) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int number = 0;
        for (X509Certificate known : known().getAcceptedIssuers()) {
            store.setCertificateEntry("known-" + number, known);
            number++;
        }
        try (InputStream in = Files.newInputStream(file)) {
            for (Certificate given : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("given-" + number, given);
                number++;
            }
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static X509TrustManager known() throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager x509) {
                return x509;
            }
        }
        throw new GeneralSecurityException("the JDK knows no authorities");
    }
}
