package checkmk.rest;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import tls.Authorities;

/** Verification against the certificates of one file, and no others. */
final class Trust {
    private Trust() {}

    static SSLContext in(Path file) {
        try {
            return Authorities.only(file);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException("authority: cannot be read, \"" + file + "\"; " + e.getMessage(), e);
        }
    }
}
