package gate;

import checkmk.rest.Client;
import checkmk.rest.RestException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** CheckMK's downtimes of an environment's hosts while a run changes it: commands to the running core. */
final class Downtimes {
    private static final String PLACE = "/domain-types/downtime/";

    /** By which ours are known among everybody's. */
    private static final String MARK = " (facility: promotion)";

    /** What a core answers that does not know the host: it was declared and never activated. */
    private static final List<Integer> UNKNOWN_HOST = List.of(400, 404, 422);

    private final Client client;

    Downtimes(Client client) {
        this.client = client;
    }

    /** From now on, and for no longer than that, whoever lifts them. A host that is not watched yet needs none. */
    void begin(List<String> hosts, Duration length, String comment) {
        OffsetDateTime start = Instant.now().truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC);
        for (String host : hosts) {
            if (client.find("/objects/host_config/" + host).isPresent()
                    && ours(host).isEmpty()) {
                begin(host, start, start.plus(length), comment);
            }
        }
    }

    private void begin(String host, OffsetDateTime start, OffsetDateTime end, String comment) {
        try {
            client.post(
                    PLACE + "collections/host",
                    Map.of(
                            "downtime_type",
                            "host",
                            "host_name",
                            host,
                            "start_time",
                            start.toString(),
                            "end_time",
                            end.toString(),
                            "comment",
                            comment + MARK));
        } catch (RestException failure) {
            if (!UNKNOWN_HOST.contains(failure.status())) {
                throw failure;
            }
        }
    }

    /** Ends ours, and says of which hosts. */
    List<String> end(List<String> hosts) {
        var ended = new ArrayList<String>();
        for (String host : hosts) {
            for (JsonNode downtime : ours(host)) {
                client.post(
                        PLACE + "actions/delete/invoke",
                        Map.of(
                                "delete_type", "by_id",
                                "downtime_id", downtime.path("id").asText(),
                                "site_id",
                                        downtime.path("extensions")
                                                .path("site_id")
                                                .asText()));
                ended.add(host);
            }
        }
        return ended;
    }

    private List<JsonNode> ours(String host) {
        var ours = new ArrayList<JsonNode>();
        client.get(PLACE + "collections/all?host_name=" + host)
                .body()
                .path("value")
                .forEach(downtime -> {
                    if (downtime.path("extensions").path("comment").asText().endsWith(MARK)) {
                        ours.add(downtime);
                    }
                });
        return ours;
    }
}
