package house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A real PostgreSQL server on loopback, over TLS alone, with one user of one password. */
public final class PostgresServer implements AutoCloseable {
    /** Of Debian's postgresql, which puts them beside each other by release. */
    private static final Path RELEASES = Path.of("/usr/lib/postgresql");

    private final Path folder;
    private final String user;
    private final int port = Background.freePort();
    private final Background server;

    /** @param folder of its own; made where it is not there */
    public PostgresServer(Path folder, TestAuthority.Issued own, String user, String password) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.user = user;
        Path secret = Files.writeString(folder.resolve("password"), password);
        Path key = Files.copy(own.key(), folder.resolve("server.key"));
        Files.copy(own.certificate(), folder.resolve("server.crt"));
        // The server refuses a key that others may read.
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        giveAway();
        run(List.of(program("initdb"), "--username=" + user, "--auth=scram-sha-256", "--pwfile=" + secret, data()));
        Files.writeString(folder.resolve("data/pg_hba.conf"), "hostssl all all 127.0.0.1/32 scram-sha-256\n");
        var words = List.of(
                program("postgres"),
                "-D",
                data(),
                "-h",
                "127.0.0.1",
                "-p",
                "" + port,
                "-c",
                "unix_socket_directories=",
                "-c",
                "ssl=on",
                "-c",
                "ssl_cert_file=" + folder.resolve("server.crt"),
                "-c",
                "ssl_key_file=" + key);
        this.server =
                new Background(folder, folder.resolve("postgres.log"), Map.of(), unprivileged(words)).awaitPort(port);
    }

    /** {@code jupyterhub@127.0.0.1:5432/postgres}: what stands after the scheme in its address; no password. */
    public String place() {
        return user + "@" + at() + "/postgres";
    }

    /** {@code 127.0.0.1:5432}. */
    public String at() {
        return "127.0.0.1:" + port;
    }

    /** What it logged so far. */
    public String said() {
        return server.said();
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private static String program(String name) throws IOException {
        try (var releases = Files.list(RELEASES)) {
            return releases.map(release -> release.resolve("bin").resolve(name))
                    .filter(Files::isExecutable)
                    .max(Path::compareTo)
                    .orElseThrow()
                    .toString();
        }
    }

    /** PostgreSQL refuses to run as root, as whom a container's tests may run. */
    private static boolean root() {
        return System.getProperty("user.name").equals("root");
    }

    private static List<String> unprivileged(List<String> words) {
        if (!root()) {
            return words;
        }
        var all = new ArrayList<>(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
        all.addAll(words);
        return all;
    }

    private void giveAway() throws IOException {
        if (root()) {
            runAsIs(List.of("chown", "-R", "65534:65534", folder.toString()));
            for (Path above = folder.getParent(); above.getNameCount() > 1; above = above.getParent()) {
                Files.setPosixFilePermissions(above, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    private void run(List<String> words) throws IOException {
        runAsIs(unprivileged(words));
    }

    private void runAsIs(List<String> words) throws IOException {
        Path log = folder.resolve("made.log");
        try {
            int exit = new ProcessBuilder(words)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IllegalStateException(words + " failed:\n" + Files.readString(log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
