package health;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * An answer of the hub's REST API.
 *
 * @param body mostly JSON; of a refusal {@code {"status": 403, "message": "..."}}
 */
record HubAnswer(int status, String body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    HubAnswer {
        requireNonNull(body, "body is null");
    }

    boolean isGood() {
        return status >= 200 && status < 300;
    }

    /** An empty object for what is none. */
    JsonNode json() {
        try {
            JsonNode read = JSON.readTree(body);
            return read.isObject() ? read : JSON.createObjectNode();
        } catch (JsonProcessingException noJson) {
            return JSON.createObjectNode();
        }
    }

    /** What a refusal says, in one line. */
    String said() {
        String message = json().path("message").asText("");
        return "answers " + status + (message.isBlank() ? "" : ": " + SpawnProgress.oneLine(message));
    }
}
