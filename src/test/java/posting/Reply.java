package posting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a test's server answers. */
record Reply(int status, String text, Map<String, String> headers) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Reply of(int status, Object body) {
        try {
            return new Reply(status, JSON.writeValueAsString(body), Map.of());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Reply message(int status, String message) {
        return of(status, Map.of("message", message));
    }

    static Reply plain(int status, String text) {
        return new Reply(status, text, Map.of());
    }

    Reply with(String header, String value) {
        var all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new Reply(status, text, all);
    }
}
