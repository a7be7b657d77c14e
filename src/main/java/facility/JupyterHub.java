package facility;

import static java.util.Objects.requireNonNull;

import facility.hub.Examples;
import facility.hub.LoginPage;
import facility.hub.SpawnCheck;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The hub, where users choose and start their servers.
 *
 * @param host the Route's host, without scheme
 * @param jupyterhub the release of JupyterHub in the hub's image
 * @param namedServers how many servers a user may have beside the default one
 * @param cullAfter how long a server may idle before it is stopped
 * @param cullGpuAfter the same of one that holds a slice of a GPU
 * @param startTimeout how long a server may take to start
 * @param concurrentSpawns how many servers may start at once
 * @param timeZone the zone that times of announcements are in: {@code America/Chicago}
 * @param spawnCheck whether it can be asked to start a server of nobody's; empty for never
 */
public record JupyterHub(
        String namespace,
        String host,
        ChartSource chart,
        Image hubImage,
        Version jupyterhub,
        Image proxyImage,
        Homes homes,
        Database database,
        Users users,
        SignIn signIn,
        int namedServers,
        Duration cullAfter,
        Duration cullGpuAfter,
        Duration startTimeout,
        int concurrentSpawns,
        String timeZone,
        LoginPage loginPage,
        Optional<Examples> examples,
        Optional<SpawnCheck> spawnCheck) {
    public static final SecretValue COOKIE_SECRET =
            SecretValue.hex("hubCookieSecret", "signs the cookies of everyone who is signed in");
    public static final SecretValue PROXY_TOKEN =
            SecretValue.hex("hubProxyToken", "lets the hub, and nobody else, change the proxy's routes");
    public static final SecretValue CRYPT_KEY =
            SecretValue.hex("hubCryptKey", "encrypts what sign-in leaves in the hub's database");

    public static final SecretValue METRICS_TOKEN =
            SecretValue.hex("hubMetricsToken", "lets Prometheus, and nobody else, read the hub's metrics");

    public static final SecretValue HEALTH_TOKEN =
            SecretValue.hex("hubHealthToken", "lets health start and stop the server of hub.spawnCheck.user");

    private static final List<SecretValue> OWN_SECRETS = List.of(COOKIE_SECRET, CRYPT_KEY, METRICS_TOKEN, PROXY_TOKEN);

    public JupyterHub {
        requireNonNull(namespace, "namespace is null");
        requireNonNull(host, "host is null");
        requireNonNull(chart, "chart is null");
        requireNonNull(hubImage, "hubImage is null");
        requireNonNull(jupyterhub, "jupyterhub is null");
        requireNonNull(proxyImage, "proxyImage is null");
        requireNonNull(homes, "homes is null");
        requireNonNull(database, "database is null");
        requireNonNull(users, "users is null");
        requireNonNull(signIn, "signIn is null");
        requireNonNull(cullAfter, "cullAfter is null");
        requireNonNull(cullGpuAfter, "cullGpuAfter is null");
        requireNonNull(startTimeout, "startTimeout is null");
        requireNonNull(timeZone, "timeZone is null");
        requireNonNull(loginPage, "loginPage is null");
        requireNonNull(examples, "examples is null");
        requireNonNull(spawnCheck, "spawnCheck is null");
    }

    /** The secrets that it needs, those of its sign-in, its database and its check included. */
    public List<SecretValue> secrets() {
        return Stream.of(
                        OWN_SECRETS,
                        signIn.secrets(),
                        database.secrets(),
                        spawnCheck.map(check -> List.of(HEALTH_TOKEN)).orElse(List.of()))
                .flatMap(List::stream)
                .toList();
    }
}
