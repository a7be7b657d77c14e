package stacks.jupyterhub;

import charts.Chart;
import charts.ChartArchives;
import charts.ChartException;
import facility.Catalogue;
import facility.Group;
import facility.JupyterHub;
import facility.SecretValue;
import io.fabric8.openshift.api.model.Route;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kube.Declared;
import kube.EdgeRoute;
import kube.Secrets;
import stacks.Stack;
import stacks.storage.ServerMount;

/** The hub: its chart, the Secret that the chart names, and the Route that leads to it. */
public final class JupyterHubStack implements Stack {
    /** The stack's own. */
    public static final String NAME = "jupyterhub";

    /** The Secret that the hub and its services find their secrets in. */
    public static final String SECRET = "hub-secrets";

    /** What selects the hub's pod in the charts of both sources; upstream's also carries the older label. */
    public static final Map<String, String> HUB_LABELS = Map.of("app.kubernetes.io/component", "hub");

    /** Prometheus, which reads the hub's metrics and nothing else. */
    private static final HubService METRICS =
            new HubService("prometheus", JupyterHub.METRICS_TOKEN, List.of("read:metrics"));

    private final JupyterHub hub;
    private final List<Declared> objects;

    /**
     * Renders the chart.
     *
     * @throws ChartException when the chart cannot be had, or does not take the hub's values
     */
    public JupyterHubStack(
            JupyterHub hub,
            Catalogue catalogue,
            List<Group> groups,
            List<ServerMount> mounts,
            List<HubService> others,
            ChartArchives archives)
            throws ChartException {
        this.hub = hub;
        var services = new ArrayList<>(others);
        services.add(METRICS);
        SpawnChecking.service(hub).ifPresent(services::add);
        var all = new ArrayList<Declared>();
        new Chart(NAME, hub.chart(), "hub.chart")
                .render(archives, hub.namespace(), new HubValues(hub, catalogue, groups, mounts, services).values())
                .forEach(object -> all.add(Declared.of(object)));
        all.add(Declared.of(Secrets.of(hub.namespace(), SECRET, secretKeys(hub, services))));
        all.add(Declared.of(route()));
        all.sort(Declared.ORDER);
        this.objects = List.copyOf(all);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Declared> objects() {
        return objects;
    }

    /** Keys as zero-to-jupyterhub reads them from {@code hub.existingSecret}, and the sign-in's. */
    private static Map<String, SecretValue> secretKeys(JupyterHub hub, List<HubService> services) {
        var keys = new TreeMap<>(Map.of(
                "hub.config.ConfigurableHTTPProxy.auth_token", JupyterHub.PROXY_TOKEN,
                "hub.config.JupyterHub.cookie_secret", JupyterHub.COOKIE_SECRET,
                "hub.config.CryptKeeper.keys", JupyterHub.CRYPT_KEY));
        hub.database().secrets().forEach(secret -> keys.put(DatabaseValues.PASSWORD_KEY, secret));
        hub.signIn().secrets().forEach(secret -> keys.put(SignInTraits.secretKey(secret), secret));
        services.forEach(service -> keys.put(service.tokenKey(), service.token()));
        return keys;
    }

    private Route route() {
        return EdgeRoute.of(
                hub.namespace(),
                "hub",
                hub.host(),
                Map.entry("proxy-public", "http"),
                Map.of(
                        // A spawn's progress is one long answer: the router's 30 s would cut it off.
                        "haproxy.router.openshift.io/timeout",
                        seconds(hub.startTimeout().plusMinutes(1)),
                        // A kernel's websocket may rest as long as its server may idle.
                        "haproxy.router.openshift.io/timeout-tunnel",
                        seconds(hub.cullAfter())));
    }

    private static String seconds(Duration duration) {
        return duration.toSeconds() + "s";
    }
}
