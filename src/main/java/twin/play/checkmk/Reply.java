package twin.play.checkmk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** An answer: its status, its body and the headers beside it. */
record Reply(int status, JsonNode body, Map<String, String> headers) {
    Reply {
        headers = Map.copyOf(headers);
    }

    static Reply of(int status, JsonNode body) {
        return new Reply(status, body, Map.of());
    }

    static Reply empty(int status) {
        return of(status, JsonNodeFactory.instance.missingNode());
    }

    /** A fault, in the form of CheckMK's problem documents. */
    static Reply problem(int status, String title, String detail) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("title", title).put("status", status).put("detail", detail);
        return of(status, body);
    }

    /** A fault of one field of what was sent. */
    static Reply field(String name, String fault) {
        Reply problem = problem(400, "Bad Request", "These fields have problems: " + name);
        ((ObjectNode) problem.body()).putObject("fields").putArray(name).add(fault);
        return problem;
    }
}
