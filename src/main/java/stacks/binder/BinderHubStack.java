package stacks.binder;

import charts.Chart;
import charts.ChartArchives;
import charts.ChartException;
import facility.JupyterHub;
import facility.SecretValue;
import facility.binder.BinderHub;
import facility.binder.Builds;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.openshift.api.model.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kube.Declared;
import kube.EdgeRoute;
import kube.Secrets;
import stacks.Stack;
import stacks.jupyterhub.HubService;

/** BinderHub: its chart, its secrets, the place where it builds, and the Route that leads to it. */
public final class BinderHubStack implements Stack {
    static final String SECRET = "binder-secrets";
    static final String REGISTRY_SECRET = "binder-registry";

    /** In the hub's namespace, where the built images run. */
    static final String PULL_SECRET = "binder-registry-pull";

    private final BinderHub binder;
    private final List<Declared> objects;

    /**
     * Renders the chart.
     *
     * @throws ChartException when the chart cannot be had, or does not take its values
     */
    public BinderHubStack(BinderHub binder, JupyterHub hub, ChartArchives archives) throws ChartException {
        this.binder = binder;
        Builds builds = binder.builds();
        var all = new ArrayList<Declared>();
        new Chart("binderhub", binder.chart(), "binder.chart")
                .render(archives, binder.namespace(), new BinderValues(binder, hub).values())
                .forEach(object -> all.add(Declared.of(object)));
        all.add(Declared.of(Secrets.of(
                binder.namespace(),
                SECRET,
                Map.of(
                        "binder.hub-token", BinderHub.API_TOKEN,
                        "binder.build-token-secret", BinderHub.BUILD_TOKEN_SECRET))));
        all.add(Declared.of(login(binder.namespace(), REGISTRY_SECRET, BinderHub.REGISTRY_LOGIN)));
        all.add(Declared.of(login(builds.namespace(), REGISTRY_SECRET, BinderHub.REGISTRY_LOGIN)));
        all.add(Declared.of(login(hub.namespace(), PULL_SECRET, BinderHub.REGISTRY_PULL_LOGIN)));
        all.add(Declared.of(route()));
        new BuildPlace(builds).objects().forEach(object -> all.add(Declared.of(object)));
        all.sort(Declared.ORDER);
        this.objects = List.copyOf(all);
    }

    /**
     * What it is to the hub. People exist before they come, so that it makes no users; {@code servers} starts a server
     * and reads whether it is ready, which is all that its launcher asks for.
     */
    public static HubService service(BinderHub binder) {
        return new HubService("binder", BinderHub.API_TOKEN, List.of("servers"))
                .signingIn(BinderValues.redirectUri(binder))
                .running(BinderPrograms.onTheHub(binder));
    }

    @Override
    public String name() {
        return "binderhub";
    }

    @Override
    public List<Declared> objects() {
        return objects;
    }

    private static Secret login(String namespace, String name, SecretValue login) {
        Map<String, SecretValue> key = Map.of(".dockerconfigjson", login);
        var secret = Secrets.of(namespace, name, key);
        secret.setType("kubernetes.io/dockerconfigjson");
        return secret;
    }

    private Route route() {
        return EdgeRoute.of(
                binder.namespace(),
                "binder",
                binder.host(),
                Map.entry("binder", "http"),
                // A build's log is one long answer.
                Map.of(
                        "haproxy.router.openshift.io/timeout",
                        binder.builds().timeout().toSeconds() + "s"));
    }
}
