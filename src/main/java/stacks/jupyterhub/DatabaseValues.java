package stacks.jupyterhub;

import facility.Database;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** The database as zero-to-jupyterhub's {@code hub.db}, with the way out to it and the authority that it is known by. */
final class DatabaseValues {
    /** The key of the hub's Secret that both charts hand to PostgreSQL's client as PGPASSWORD. */
    static final String PASSWORD_KEY = "hub.db.password";

    private static final String AUTHORITY = "/usr/local/etc/jupyterhub/database-authority.pem";

    private final Database database;

    DatabaseValues(Database database) {
        this.database = database;
    }

    /** {@code hub.db}. */
    Map<String, Object> db() {
        return database.either(
                file -> Map.of(
                        "type",
                        file.type(),
                        "pvc",
                        Map.of("storage", file.size().toString(), "storageClassName", file.storageClass())),
                server -> Map.of("type", server.type(), "url", verified(server.url())));
    }

    /** {@code hub.networkPolicy.egress}: to the server alone, on its port. */
    List<Map<String, Object>> egress() {
        return database.either(
                file -> List.of(),
                server -> List.of(Map.of(
                        "to",
                        server.networks().stream()
                                .map(network -> Map.of("ipBlock", Map.of("cidr", network)))
                                .toList(),
                        "ports",
                        List.of(Map.of("protocol", "TCP", "port", port(server))))));
    }

    /** {@code hub.extraFiles}. */
    Map<String, Object> files() {
        return database.either(
                file -> Map.of(),
                server -> Map.of(
                        "database-authority", Map.of("mountPath", AUTHORITY, "stringData", server.caCertificate())));
    }

    /** PostgreSQL's client would by default encrypt if the server likes to, and ask for nobody's name. */
    private static String verified(String url) {
        return url + "?sslmode=verify-full&sslrootcert=" + AUTHORITY;
    }

    private static int port(Database.Postgres server) {
        int port = URI.create(server.url()).getPort();
        return port < 0 ? Database.Postgres.PORT : port;
    }
}
