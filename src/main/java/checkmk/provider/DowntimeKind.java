package checkmk.provider;

import checkmk.rest.Client;
import checkmk.rest.RestException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import provider.Field;
import provider.Kind;

/**
 * A downtime of a host: a command to the running core, live at once. The server answers with nothing, not even an id,
 * so its comment carries ours; and it forgets a downtime that is over, which is no drift.
 */
final class DowntimeKind implements Kind {
    private static final String PLACE = "/domain-types/downtime/";

    private final Client client;

    DowntimeKind(Client client) {
        this.client = client;
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.text("key").kept(),
                Field.text("hostName").kept(),
                Field.text("start").kept(),
                Field.text("end").kept(),
                Field.text("comment").kept());
    }

    @Override
    public boolean removedFirst() {
        return true;
    }

    @Override
    public Made create(Map<String, Object> inputs) {
        String id = inputs.get("hostName") + "/" + inputs.get("key");
        if (!over(inputs) && find(id).isEmpty()) {
            try {
                client.post(
                        PLACE + "collections/host",
                        Map.of(
                                "downtime_type", "host",
                                "host_name", inputs.get("hostName"),
                                "start_time", inputs.get("start"),
                                "end_time", inputs.get("end"),
                                "comment", inputs.get("comment") + mark(id)));
            } catch (RestException failure) {
                if (failure.status() != RestException.NO_ANSWER || find(id).isEmpty()) {
                    throw failure;
                }
            }
        }
        return new Made(id, inputs);
    }

    @Override
    public Optional<Map<String, Object>> read(String id, Map<String, Object> known) {
        var there = find(id);
        if (there.isEmpty()) {
            return known.containsKey("end") && over(known) ? Optional.of(known) : Optional.empty();
        }
        JsonNode shown = there.get().path("extensions");
        var outputs = new TreeMap<String, Object>();
        outputs.put("key", id.substring(id.indexOf('/') + 1));
        outputs.put("hostName", id.substring(0, id.indexOf('/')));
        outputs.put(
                "start", sameTime(known.get("start"), shown.path("start_time").asText()));
        outputs.put("end", sameTime(known.get("end"), shown.path("end_time").asText()));
        outputs.put("comment", shown.path("comment").asText().replace(mark(id), ""));
        return Optional.of(outputs);
    }

    @Override
    public Map<String, Object> update(String id, Map<String, Object> inputs) {
        throw new IllegalStateException("a downtime is replaced, never changed");
    }

    @Override
    public void delete(String id, Map<String, Object> known) {
        find(id).ifPresent(there -> client.post(
                PLACE + "actions/delete/invoke",
                Map.of(
                        "delete_type", "by_id",
                        "downtime_id", there.path("id").asText(),
                        "site_id", there.path("extensions").path("site_id").asText())));
    }

    private Optional<JsonNode> find(String id) {
        String host = id.substring(0, id.indexOf('/'));
        for (JsonNode downtime :
                client.get(PLACE + "collections/all?host_name=" + host).body().path("value")) {
            if (downtime.path("extensions").path("comment").asText().endsWith(mark(id))) {
                return Optional.of(downtime);
            }
        }
        return Optional.empty();
    }

    private static String mark(String id) {
        return " (facility: " + id + ")";
    }

    private static boolean over(Map<String, Object> values) {
        return OffsetDateTime.parse(String.valueOf(values.get("end")))
                .toInstant()
                .isBefore(Instant.now());
    }

    /** The same moment may be written in another zone. */
    private static Object sameTime(Object known, String shown) {
        boolean same =
                known != null && OffsetDateTime.parse(String.valueOf(known)).isEqual(OffsetDateTime.parse(shown));
        return same ? known : shown;
    }
}
