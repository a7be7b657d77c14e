package facility;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * The hub, where users choose and start their servers.
 *
 * @param host the Route's host, without scheme
 * @param namedServers how many servers a user may have beside the default one
 * @param cullAfter how long a server may idle before it is stopped
 * @param startTimeout how long a server may take to start
 * @param concurrentSpawns how many servers may start at once
 */
public record JupyterHub(String namespace, String host, ChartSource chart, Image hubImage, Image proxyImage,
        Homes homes, Database database, int namedServers, Duration cullAfter, Duration startTimeout,
        int concurrentSpawns) {
    public JupyterHub {
        requireNonNull(namespace, "namespace is null");
        requireNonNull(host, "host is null");
        requireNonNull(chart, "chart is null");
        requireNonNull(hubImage, "hubImage is null");
        requireNonNull(proxyImage, "proxyImage is null");
        requireNonNull(homes, "homes is null");
        requireNonNull(database, "database is null");
        requireNonNull(cullAfter, "cullAfter is null");
        requireNonNull(startTimeout, "startTimeout is null");
    }
}
