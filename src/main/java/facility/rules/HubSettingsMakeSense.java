package facility.rules;

import facility.Facility;
import facility.JupyterHub;
import facility.Problems;
import java.time.Duration;

/** Numbers and times with which a hub works. */
final class HubSettingsMakeSense implements Rule {
    /**
     * A notebook reports what its user does every five minutes (JupyterHub's last_activity_interval) and a websocket
     * pings every 30 s: culling sooner stops servers that are in use.
     */
    private static final Duration SHORTEST_IDLE = Duration.ofMinutes(10);

    @Override
    public void check(Facility facility, Problems problems) {
        JupyterHub hub = facility.hub();
        if (hub.namedServers() < 0) {
            problems.add("hub.namedServers", "is negative", "" + hub.namedServers(), "0 or more", "correct the count");
        }
        if (hub.concurrentSpawns() < 1) {
            problems.add(
                    "hub.concurrentSpawns",
                    "lets nobody start",
                    "" + hub.concurrentSpawns(),
                    "at least 1",
                    "correct the count");
        }
        if (hub.cullAfter().compareTo(SHORTEST_IDLE) < 0) {
            problems.add(
                    "hub.cullAfter",
                    "is too short",
                    hub.cullAfter().toSeconds() + "s",
                    "at least 10m: a server reports its activity every 5m",
                    "raise it");
        }
        if (hub.cullGpuAfter().compareTo(SHORTEST_IDLE) < 0
                || hub.cullGpuAfter().compareTo(hub.cullAfter()) > 0) {
            problems.add(
                    "hub.cullGpuAfter",
                    "is no time for a slice to idle",
                    hub.cullGpuAfter().toSeconds() + "s",
                    "from 10m to hub.cullAfter, " + hub.cullAfter().toSeconds() + "s, by which every server is stopped",
                    "correct one of the two");
        }
        if (hub.startTimeout().toSeconds() < 1) {
            problems.add(
                    "hub.startTimeout", "is too short", "0s", "at least 1s; an image may take minutes", "raise it");
        }
        if (hub.homes().size().isZero() || hub.homes().size().isNegative()) {
            problems.add(
                    "hub.homes.size", "is no amount", hub.homes().size().toString(), "more than 0", "write one home's");
        }
    }
}
