package twin;

import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import twin.play.checkmk.Identity;

/** A certificate authority with a server's certificate for loopback, as a twin makes them. */
public record TestCertificates(Path authority, SSLContext server) {
    public static TestCertificates in(Path folder) {
        var pki = new Pki(folder);
        pki.create();
        return new TestCertificates(
                pki.authorityCertificate(), Identity.of(pki.certificate("apiserver"), pki.key("apiserver")));
    }
}
