package facility;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.Function;

/** Where the hub keeps what it knows; the types are those of zero-to-jupyterhub's {@code hub.db.type}. */
public sealed interface Database extends Typed {
    /** What the hub knows itself by at a server. */
    SecretValue PASSWORD = SecretValue.text("hubDatabasePassword", "is the hub's password at its PostgreSQL server");

    /** The secrets that it needs. */
    List<SecretValue> secrets();

    /** What one of the two makes of it. */
    <T> T either(Function<SqlitePvc, T> file, Function<Postgres, T> server);

    /** A file on a volume of its own. */
    record SqlitePvc(String storageClass, Quantity size) implements Database {
        public SqlitePvc {
            requireNonNull(storageClass, "storageClass is null");
            requireNonNull(size, "size is null");
        }

        @Override
        public List<SecretValue> secrets() {
            return List.of();
        }

        @Override
        public <T> T either(Function<SqlitePvc, T> file, Function<Postgres, T> server) {
            return file.apply(this);
        }
    }

    /**
     * A PostgreSQL server. Its certificate is always verified; what the address may not say is therefore how.
     *
     * @param url {@code postgresql+psycopg2://user@host:port/database}, never with a password
     * @param networks the networks that the server answers from, as CIDR: a NetworkPolicy takes no names
     * @param caCertificate the authority that signed its certificate, as PEM
     */
    record Postgres(String url, List<String> networks, String caCertificate) implements Database {
        public static final int PORT = 5432;

        public Postgres {
            requireNonNull(url, "url is null");
            networks = List.copyOf(networks);
            requireNonNull(caCertificate, "caCertificate is null");
        }

        @Override
        public List<SecretValue> secrets() {
            return List.of(PASSWORD);
        }

        @Override
        public <T> T either(Function<SqlitePvc, T> file, Function<Postgres, T> server) {
            return server.apply(this);
        }
    }
}
