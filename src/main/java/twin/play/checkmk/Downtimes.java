package twin.play.checkmk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;

/** Downtimes are commands to the running core: nothing to activate, and only for hosts that it knows already. */
final class Downtimes {
    private static final String PLACE = "/domain-types/downtime/";

    private final Site site;

    Downtimes(Site site) {
        this.site = site;
    }

    Reply answer(Request request) {
        if (request.is("POST", PLACE + "collections/host")) {
            return create(request);
        }
        if (request.is("GET", PLACE + "collections/all")) {
            return list(request.query().getOrDefault("host_name", ""));
        }
        if (request.is("POST", PLACE + "actions/delete/invoke")) {
            site.all("downtimes").remove(request.text("downtime_id"));
            return Reply.empty(204);
        }
        return Reply.problem(404, "Not Found", "there is no " + request.path());
    }

    private Reply create(Request request) {
        String host = request.text("host_name");
        if (!site.has("live", host)) {
            return Reply.field("host_name", "Host not found: '" + host + "'");
        }
        try {
            var start = OffsetDateTime.parse(request.text("start_time"));
            if (!OffsetDateTime.parse(request.text("end_time")).isAfter(start)) {
                return Reply.problem(422, "Unprocessable Entity", "The end of the downtime is before its start.");
            }
        } catch (DateTimeException wrong) {
            return Reply.field("start_time", "Not a valid datetime.");
        }
        String id = String.valueOf(site.number());
        site.all("downtimes").set(id, request.copy("host_name", "start_time", "end_time", "comment"));
        return Reply.empty(204);
    }

    private Reply list(String host) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        var values = body.putArray("value");
        site.all("downtimes").properties().forEach(downtime -> {
            if (host.isEmpty() || downtime.getValue().path("host_name").asText().equals(host)) {
                ObjectNode extensions = downtime.getValue().deepCopy();
                extensions.put("site_id", "facility");
                ObjectNode shown = values.addObject();
                shown.put("domainType", "downtime").put("id", downtime.getKey());
                shown.set("extensions", extensions);
            }
        });
        return Reply.of(200, body);
    }
}
