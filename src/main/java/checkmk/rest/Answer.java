package checkmk.rest;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** What the server answered: its status, its body (empty object for none), and the version for the next change. */
public record Answer(int status, JsonNode body, Optional<String> etag) {
    public Answer {
        requireNonNull(body, "body is null");
        requireNonNull(etag, "etag is null");
    }

    public JsonNode extensions() {
        return body.path("extensions");
    }

    /** What a change has to name, so that it does not undo somebody else's: the version, or any if there is none. */
    public String version() {
        return etag.orElse("*");
    }
}
