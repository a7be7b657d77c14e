package tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Certificates of authorities, as TLS that accepts what they signed. */
public final class Authorities {
    private Authorities() {}

    /**
     * Those of one file, and no others.
     *
     * @param file of PEM certificates
     * @throws IOException when it cannot be read, or holds none
     * @throws GeneralSecurityException when what it holds is no certificate
     */
    public static SSLContext only(Path file) throws IOException, GeneralSecurityException {
        return context(in(file));
    }

    /** The JDK's, and those of files besides; each as {@link #only} takes it. */
    public static SSLContext besides(Collection<Path> files) throws IOException, GeneralSecurityException {
        var certificates = new ArrayList<Certificate>(known());
        for (Path file : files) {
            certificates.addAll(in(file));
        }
        return context(certificates);
    }

    private static SSLContext context(List<Certificate> certificates) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (int i = 0; i < certificates.size(); i++) {
            store.setCertificateEntry("authority-" + i, certificates.get(i));
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static List<Certificate> in(Path file) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            List<Certificate> certificates =
                    List.copyOf(CertificateFactory.getInstance("X.509").generateCertificates(in));
            if (certificates.isEmpty()) {
                throw new IOException("it holds no certificate");
            }
            return certificates;
        }
    }

    private static List<X509Certificate> known() throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager x509) {
                return Arrays.asList(x509.getAcceptedIssuers());
            }
        }
        throw new GeneralSecurityException("the JDK knows no authorities");
    }
}
