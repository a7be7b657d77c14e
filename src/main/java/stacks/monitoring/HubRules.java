package stacks.monitoring;

import facility.JupyterHub;
import facility.monitoring.Thresholds;
import java.util.List;
import java.util.Map;
import stacks.monitoring.Alert.Severity;

/** The hub: how long each step of a server's life takes and how it ends, the hub's own start, the culler. */
final class HubRules {
    static final String SPAWN = "facility:hub_spawn_duration_seconds:p90";
    static final String STOP = "facility:hub_stop_duration_seconds:p90";
    static final String POLL = "facility:hub_poll_duration_seconds:p90";
    static final String SPAWNS_FAILED = "facility:hub_spawns_failed:ratio";
    static final String STOPS_FAILED = "facility:hub_stops_failed:ratio";

    /** Of JupyterHub's ServerSpawnStatus and ServerStopStatus; throttled and too-many-users are no failures. */
    private static final String FAILED = "status=~\"failure|error\"";

    /** What the culler asks for at each round (jupyterhub_idle_culler: GET /users, every 10 minutes). */
    private static final String USER_LIST = "handler=\"jupyterhub.apihandlers.users.UserListAPIHandler\"";

    private HubRules() {}

    static RuleGroup of(JupyterHub hub, Thresholds limits) {
        String hubOnly = matchers(hub);
        return new RuleGroup(
                "hub",
                hub.namespace(),
                recordings(hubOnly),
                List.of(
                        slow(
                                "HubSpawnsSlow",
                                SPAWN,
                                limits,
                                PromQl.seconds(limits.spawnDuration()),
                                "Nine in ten servers take longer to start than declared."),
                        slow(
                                "HubStopsSlow",
                                STOP,
                                limits,
                                PromQl.seconds(limits.stopDuration()),
                                "Nine in ten servers take longer to stop than declared."),
                        slow(
                                "HubPollsSlow",
                                POLL,
                                limits,
                                PromQl.seconds(limits.pollDuration()),
                                "The hub waits long for the API server's word on its servers."),
                        slow(
                                "HubSpawnsFail",
                                SPAWNS_FAILED,
                                limits,
                                PromQl.share(limits.failures()),
                                "A large share of servers does not start."),
                        slow(
                                "HubStopsFail",
                                STOPS_FAILED,
                                limits,
                                PromQl.share(limits.failures()),
                                "A large share of servers does not stop."),
                        slow(
                                "HubStartupSlow",
                                "max(jupyterhub_hub_startup_duration_seconds_sum{" + hubOnly + "})",
                                limits,
                                PromQl.seconds(limits.hubStartup()),
                                "The hub took long to start."),
                        culler(hubOnly, limits)));
    }

    static String matchers(JupyterHub hub) {
        return "namespace=\"" + hub.namespace() + "\",job=\"hub\"";
    }

    private static List<Recording> recordings(String hub) {
        String spawns = "jupyterhub_server_spawn_duration_seconds";
        String stops = "jupyterhub_server_stop_seconds";
        return List.of(
                new Recording(SPAWN, PromQl.ninetieth(spawns, hub + ",status=\"success\"")),
                new Recording(STOP, PromQl.ninetieth(stops, hub)),
                new Recording(POLL, PromQl.ninetieth("jupyterhub_server_poll_duration_seconds", hub)),
                new Recording(SPAWNS_FAILED, PromQl.shareOf(spawns + "_count", hub, FAILED, "30m")),
                new Recording(STOPS_FAILED, PromQl.shareOf(stops + "_count", hub, FAILED, "30m")));
    }

    private static Alert slow(String name, String measured, Thresholds limits, String limit, String summary) {
        return new Alert(name, Severity.WARNING, measured + " > " + limit, limits.sustainedFor(), summary, Map.of());
    }

    /** The culler has no metrics: that nobody lists users while the hub is up is how its end shows. */
    private static Alert culler(String hub, Thresholds limits) {
        String asked = "sum(increase(jupyterhub_request_duration_seconds_count{" + hub + "," + USER_LIST + "}[1h]))";
        return new Alert(
                "HubCullerSilent",
                Severity.WARNING,
                "(" + asked + " or vector(0)) == 0\n  and max(max_over_time(up{" + hub + "}[1h])) == 1",
                limits.sustainedFor(),
                "Idle servers are not stopped: the culler has not asked the hub for an hour.",
                Map.of());
    }
}
