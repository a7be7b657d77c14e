package posting;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.util.Optional;

/** What a host answered; an empty object for a body that is no JSON, which is a proxy's page most likely. */
record Answer(int status, HttpHeaders headers, JsonNode body, String text) {
    Answer {
        requireNonNull(headers, "headers is null");
        requireNonNull(body, "body is null");
        requireNonNull(text, "text is null");
    }

    Optional<String> header(String name) {
        return headers.firstValue(name).map(String::strip).filter(value -> !value.isEmpty());
    }

    boolean refused() {
        return status >= 300;
    }
}
