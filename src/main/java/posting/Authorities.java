package posting;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** Certificates that a host's is verified against: the JDK's, and those of a private host's file. */
final class Authorities {
    private Authorities() {}

    /** Empty, which is the JDK's alone, when the variable is not set. */
    static Optional<SSLContext> of(Variables variables, String name) {
        return variables.find(name).flatMap(file -> {
            try {
                return Optional.of(tls.Authorities.besides(List.of(Path.of(file))));
            } catch (IOException | GeneralSecurityException e) {
                variables.fault(
                        name + ": cannot be read as certificates, \"" + file + "\"; a file of PEM certificates");
                return Optional.empty();
            }
        });
    }
}
