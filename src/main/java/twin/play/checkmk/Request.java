package twin.play.checkmk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/**
 * A call of the API.
 *
 * @param path below {@code /check_mk/api/1.0}
 * @param user who makes it
 */
record Request(
        String method, String path, Map<String, String> query, JsonNode body, Optional<String> version, String user) {
    Request {
        query = Map.copyOf(query);
    }

    /** What follows a prefix of the path; empty if the path begins otherwise. */
    Optional<String> after(String prefix) {
        return path.startsWith(prefix) ? Optional.of(path.substring(prefix.length())) : Optional.empty();
    }

    boolean is(String verb, String place) {
        return method.equals(verb) && path.equals(place);
    }

    String text(String field) {
        return body.path(field).asText();
    }

    /** The fields of the body that were sent, and nothing else. */
    ObjectNode copy(String... fields) {
        ObjectNode copy = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
        for (String field : fields) {
            if (body.has(field)) {
                copy.set(field, body.get(field));
            }
        }
        return copy;
    }
}
