package facility.rules;

import facility.Problems;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;

/** Certificates of authorities, as PEM. */
final class Pem {
    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";

    private Pem() {}

    /** One certificate or several, each of which can be read. */
    static void authority(String path, String text, Problems problems) {
        if (!isReadable(text)) {
            problems.add(
                    path,
                    "is no certificate",
                    "",
                    "PEM, from " + BEGIN + " to -----END CERTIFICATE-----, as openssl x509 prints it",
                    "paste the authority's");
        }
    }

    private static boolean isReadable(String text) {
        if (!text.startsWith(BEGIN)) {
            return false;
        }
        try {
            return !CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                    .isEmpty();
        } catch (CertificateException broken) {
            return false;
        }
    }
}
