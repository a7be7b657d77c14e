package images;

import house.TestAuthority;
import java.io.IOException;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests that ask a played registry over TLS, each a new one with a user's home that holds nothing. */
abstract class WithPlayedRegistry {
    static final String DIGEST = "sha256:" + "0a1b".repeat(16);

    @TempDir
    static Path certified;

    private static SSLContext tls;
    private static Path authority;

    @TempDir
    Path home;

    PlayedRegistry registry;

    @BeforeAll
    static void certify() throws Exception {
        var made = new TestAuthority(certified);
        authority = made.certificate();
        tls = made.tls(made.issue("registry", "localhost,IP:127.0.0.1"));
    }

    @BeforeEach
    void start() throws IOException {
        registry = new PlayedRegistry(tls, authority, home);
    }

    @AfterEach
    void stop() {
        registry.close();
    }
}
