package stacks.jupyterhub;

import facility.Catalogue;
import facility.JupyterHub;
import facility.Offered;
import facility.hub.SpawnCheck;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The account that health starts a server for, and the service that may do nothing else. */
public final class SpawnChecking {
    /** The service's name at the hub. */
    private static final String SERVICE = "facility-health";

    /** The key of the hub's Secret that holds the service's token. */
    public static final String TOKEN_KEY = HubService.tokenKey(SERVICE);

    private SpawnChecking() {}

    /**
     * Nothing narrower starts a server: JupyterHub has {@code servers} for that, which includes stopping and reading it. Of
     * one user.
     */
    static Optional<HubService> service(JupyterHub hub) {
        return hub.spawnCheck()
                .map(check -> new HubService(SERVICE, JupyterHub.HEALTH_TOKEN, List.of("servers!user=" + check.user()))
                        .running(HubValues.program("spawn_check.py")));
    }

    /** What is started: the declared environment, or the smallest. */
    public static Offered environment(SpawnCheck check, Catalogue catalogue) {
        return check.environment()
                .flatMap(name -> catalogue.entries().stream()
                        .filter(entry -> entry.name().equals(name))
                        .findFirst())
                .or(catalogue::smallest)
                .orElseThrow(() -> new IllegalStateException("nothing is offered, which a rule refuses"));
    }

    /** What spawn_check.py reads. */
    static Optional<Map<String, Object>> custom(JupyterHub hub, Catalogue catalogue) {
        return hub.spawnCheck().map(check -> {
            Offered started = environment(check, catalogue);
            return new TreeMap<>(Map.of(
                    "user", check.user(),
                    "profile", started.collaboration().name(),
                    "environment", started.flavour().name()));
        });
    }
}
