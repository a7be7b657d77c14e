package facility.rules;

import facility.Database;
import facility.Facility;
import facility.Problems;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;

/** The hub's database has room, or a server that is reached over verified TLS, at its own networks, with no word of a password. */
final class DatabaseIsWhole implements Rule {
    private static final String PATH = "hub.database.";
    private static final String SHAPE = "postgresql+psycopg2://user@host:port/database";

    /** What SQLAlchemy takes for psycopg2; {@code postgres}, which it once took as well, ends the hub at its start. */
    private static final List<String> SCHEMES = List.of("postgresql", "postgresql+psycopg2");

    @Override
    public void check(Facility facility, Problems problems) {
        if (facility.hub().database() instanceof Database.SqlitePvc file
                && (file.size().isZero() || file.size().isNegative())) {
            problems.add(PATH + "size", "is no amount", file.size().toString(), "more than 0", "write the volume's");
        }
        if (facility.hub().database() instanceof Database.Postgres server) {
            address(server.url(), problems);
            Networks.check(PATH + "networks", "the server", server.networks(), problems);
            Pem.authority(PATH + "caCertificate", server.caCertificate(), problems);
        }
    }

    /** Never quotes the address: what is wrong with it may be that it holds a password. */
    private static void address(String url, Problems problems) {
        Optional<URI> parsed = parsed(url);
        String user = parsed.map(URI::getRawUserInfo).orElse("");
        if (parsed.isEmpty() || parsed.get().getHost() == null) {
            add("is no address of a database", SHAPE, "correct it", problems);
            return;
        }
        URI uri = parsed.get();
        if (!SCHEMES.contains(uri.getScheme())) {
            add(
                    "has a scheme that is no PostgreSQL of SQLAlchemy, \"" + uri.getScheme() + "\"",
                    String.join(" or ", SCHEMES),
                    "correct it",
                    problems);
        }
        if (user.isEmpty()) {
            add("names no user", SHAPE, "add the user", problems);
        }
        if (user.contains(":")) {
            add(
                    "holds a password",
                    SHAPE,
                    "take it out, change it at the server, and set facility:secrets." + Database.PASSWORD.path(),
                    problems);
        }
        if (!DnsName.isHost(uri.getHost())) {
            add(
                    "names no host, \"" + uri.getHost() + "\"",
                    "the DNS name that its certificate is for",
                    "correct it",
                    problems);
        }
        if (uri.getPath().length() < 2) {
            add("names no database", SHAPE, "add its name", problems);
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            add("has options", SHAPE + "; the server's certificate is always verified", "remove them", problems);
        }
    }

    private static Optional<URI> parsed(String url) {
        try {
            return Optional.of(new URI(url));
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    private static void add(String what, String allowed, String fix, Problems problems) {
        problems.add(PATH + "url", what, "", allowed, fix);
    }
}
