package gate;

import checkmk.rest.Client;
import checkmk.rest.RestException;
import checkmk.rest.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import provider.ResourceFailure;
import target.Target;

/** Takes announcement and downtime back after a run that failed, so that neither outlives it. */
public final class Lift {
    private Lift() {}

    /**
     * Lifts what stands; the mark of the unfinished run stays, so that the next run announces itself again.
     *
     * @param site the CheckMK site, if the environment is watched by one
     * @param hosts the hosts that the environment has there
     * @return a line for each thing that was lifted, or could not be; empty if nothing stood
     */
    public static List<String> of(Target target, Optional<Server> site, List<String> hosts) {
        var lines = new ArrayList<String>();
        try {
            if (new Banner(target).lower()) {
                lines.add("lifted: the announcement in the console");
            }
        } catch (ResourceFailure failed) {
            lines.add("not lifted: " + failed.getMessage());
        }
        site.ifPresent(server -> {
            try {
                var ended = new Downtimes(new Client(server)).end(hosts);
                if (!ended.isEmpty()) {
                    lines.add("lifted: CheckMK's downtime of " + String.join(", ", ended));
                }
            } catch (RestException failed) {
                lines.add("not lifted: CheckMK's downtime: " + failed.getMessage());
            }
        });
        return lines;
    }
}
