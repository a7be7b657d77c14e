package cli;

import facility.Facility;
import facility.JupyterHub;
import facility.Offered;
import facility.hub.SpawnCheck;
import health.SpawnTrial;
import health.SpawnTrial.TokenPlace;
import health.SpawnWish;
import health.Spawned;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import stacks.jupyterhub.JupyterHubStack;
import stacks.jupyterhub.SpawnChecking;
import target.Target;

/** A spawn of the declared check user, or why there is none. */
final class HubSpawn {
    /** The hub gives a start up by its own clock, and explains it: that has to come first. */
    private static final Duration HEAD_START = Duration.ofSeconds(30);

    private final Facility facility;
    private final Optional<SpawnCheck> check;

    HubSpawn(Facility facility) {
        this.facility = facility;
        this.check = facility.hub().spawnCheck();
    }

    /** What a health says of it when nobody asked for it. */
    Spawned notAsked() {
        return check.map(declared -> Spawned.notAsked(
                        JupyterHubStack.NAME, wish(declared, Optional.empty()).title(), "only with --spawn"))
                .orElseGet(HubSpawn::undeclared);
    }

    /**
     * Starts a server, and stops it again.
     *
     * @param patience how long it may take; empty for as long as its users wait
     * @param told what the hub says meanwhile
     */
    Spawned tried(Target target, Optional<Duration> patience, Consumer<String> told) {
        return check.map(declared -> new SpawnTrial(wish(declared, patience), target, token()).run(told))
                .orElseGet(HubSpawn::undeclared);
    }

    private static Spawned undeclared() {
        return Spawned.notAsked(JupyterHubStack.NAME, "spawn of a check user", "facility:hub.spawnCheck declares none");
    }

    private SpawnWish wish(SpawnCheck declared, Optional<Duration> patience) {
        JupyterHub hub = facility.hub();
        Offered started = SpawnChecking.environment(declared, facility.catalogue());
        return new SpawnWish(
                JupyterHubStack.NAME,
                "https://" + hub.host(),
                declared.user(),
                started.collaboration().name(),
                started.flavour().name(),
                patience.orElseGet(() -> started.flavour()
                        .startTimeout()
                        .orElse(hub.startTimeout())
                        .plus(HEAD_START)));
    }

    private TokenPlace token() {
        return new TokenPlace(
                facility.hub().namespace(),
                JupyterHubStack.SECRET,
                SpawnChecking.TOKEN_KEY,
                JupyterHub.HEALTH_TOKEN.placeholder());
    }
}
