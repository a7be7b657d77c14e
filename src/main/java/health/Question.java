package health;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;

/**
 * What a service of a stack is asked over HTTP.
 *
 * @param url with its scheme
 * @param good which answers are good
 */
public record Question(String stack, String url, Good good) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DONE = 200;
    private static final int SERVER_FAULT = 500;

    public Question {
        requireNonNull(stack, "stack is null");
        requireNonNull(url, "url is null");
        requireNonNull(good, "good is null");
    }

    /** Judges an answer. */
    public interface Good {
        /** What is wrong with it, in one line; empty if nothing is. */
        Optional<String> fault(int status, String body);
    }

    /** Any answer that is not the server's fault is good: who is not signed in is sent away, and that is an answer. */
    public static Question answers(String stack, String url) {
        return new Question(
                stack,
                url,
                (status, body) -> status < SERVER_FAULT ? Optional.empty() : Optional.of("answers " + status));
    }

    /** Good is a JSON object in which a field has that value: {@code {"version": "5.5.0"}}. */
    public static Question says(String stack, String url, String field, String value) {
        return new Question(stack, url, (status, body) -> {
            if (status != DONE) {
                return Optional.of("answers " + status);
            }
            String found = read(body).path(field).asText();
            return found.equals(value)
                    ? Optional.empty()
                    : Optional.of("says " + field + " \"" + found + "\", not \"" + value + "\"");
        });
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException noJson) {
            return JSON.createObjectNode();
        }
    }
}
