package stacks.jupyterhub;

import static org.assertj.core.api.Assertions.assertThat;

import house.Background;
import house.TestAuthority;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A real directory with two people, on loopback, over TLS under an authority of its own. */
final class Directory implements AutoCloseable {
    private static final String CONFIGURATION =
            """
            include /etc/ldap/schema/core.schema
            include /etc/ldap/schema/cosine.schema
            include /etc/ldap/schema/inetorgperson.schema
            modulepath /usr/lib/ldap
            moduleload back_mdb
            TLSCACertificateFile %s
            TLSCertificateFile %s
            TLSCertificateKeyFile %s
            database mdb
            suffix "dc=example,dc=org"
            directory %s
            """;

    private static final String PEOPLE =
            """
            dn: dc=example,dc=org
            objectClass: dcObject
            objectClass: organization
            o: Example
            dc: example

            dn: uid=ada,dc=example,dc=org
            objectClass: inetOrgPerson
            uid: ada
            cn: Ada
            sn: Lovelace
            userPassword: lovelace

            dn: uid=bob,dc=example,dc=org
            objectClass: inetOrgPerson
            uid: bob
            cn: Bob
            sn: Builder
            userPassword: builder
            """;

    private final TestAuthority authority;
    private final int port = Background.freePort();
    private final Background slapd;

    Directory(Path folder) throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        this.authority = new TestAuthority(folder.resolve("authority"));
        var own = authority.issue("directory");
        Files.writeString(
                folder.resolve("slapd.conf"),
                CONFIGURATION.formatted(authority.certificate(), own.certificate(), own.key(), data));
        Files.writeString(folder.resolve("people.ldif"), PEOPLE);
        fill(folder);
        this.slapd = new Background(
                        folder,
                        folder.resolve("log"),
                        Map.of(),
                        List.of("/usr/sbin/slapd", "-f", "slapd.conf", "-h", "ldaps://127.0.0.1:" + port, "-d", "0"))
                .awaitPort(port);
    }

    int port() {
        return port;
    }

    String authority() throws IOException {
        return authority.pem();
    }

    private static void fill(Path folder) throws IOException {
        Process process = new ProcessBuilder("/usr/sbin/slapadd", "-f", "slapd.conf", "-l", "people.ldif")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.onExit().join().exitValue()).as(said).isZero();
    }

    @Override
    public void close() {
        slapd.close();
    }
}
