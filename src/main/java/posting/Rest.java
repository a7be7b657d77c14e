package posting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Requests of one post. What may be said twice is tried again; what may not is left to who can look whether it was done. */
final class Rest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final Connection connection;
    private final Deadline deadline;

    Rest(Connection connection, Deadline deadline) {
        this.connection = connection;
        this.deadline = deadline;
    }

    Answer get(String path) {
        return repeated("GET", path, Optional.empty());
    }

    /** A change that leaves the same behind however often it is made. */
    Answer change(String method, String path, Map<String, ?> body) {
        return repeated(method, path, Optional.of(body));
    }

    void delete(String path) {
        repeated("DELETE", path, Optional.empty());
    }

    private Answer repeated(String method, String path, Optional<Map<String, ?>> body) {
        while (true) {
            var answer = once(method, path, body);
            if (answer.isPresent()) {
                return answer.get();
            }
        }
    }

    /**
     * Makes something new. A host that fails may have made it all the same.
     *
     * @return empty when the answer is lost: look for it, after the wait that is over by then
     */
    Optional<Answer> create(String path, Map<String, ?> body) {
        return once("POST", path, Optional.of(body));
    }

    /** Empty after a failure that may pass, when it was waited for. */
    private Optional<Answer> once(String method, String path, Optional<Map<String, ?>> body) {
        Answer answer;
        try {
            answer = exchange(method, path, body);
        } catch (SSLException e) {
            // Trying again makes no certificate better.
            throw PostingException.hopeless(Sentences.unanswered(connection, method + " " + path, e));
        } catch (IOException e) {
            deadline.failed();
            deadline.await(deadline.backOff(), Sentences.unanswered(connection, method + " " + path, e));
            return Optional.empty();
        }
        if (!answer.refused()) {
            return Optional.of(answer);
        }
        String sentence = Sentences.answered(connection, method + " " + path, answer);
        if (RateLimit.hit(answer)) {
            deadline.await(RateLimit.until(answer, deadline.now(), deadline.failed()), sentence);
            return Optional.empty();
        }
        // 409 is GitLab's word for "somebody writes this status just now".
        if (answer.status() >= 500 || answer.status() == 409) {
            deadline.failed();
            deadline.await(RateLimit.retryAfter(answer, deadline.now()).orElse(deadline.backOff()), sentence);
            return Optional.empty();
        }
        throw PostingException.answered(answer.status(), sentence);
    }

    private Answer exchange(String method, String path, Optional<Map<String, ?>> body) throws IOException {
        var builder = HttpRequest.newBuilder(connection.resolve(path))
                .timeout(TIMEOUT)
                .header("User-Agent", "facility")
                .header(
                        connection.tokenHeader().getKey(),
                        connection.token().header(connection.tokenHeader().getValue()))
                .method(
                        method,
                        body.map(fields -> BodyPublishers.ofString(written(fields)))
                                .orElse(BodyPublishers.noBody()));
        connection.headers().forEach(builder::header);
        body.ifPresent(any -> builder.header("Content-Type", "application/json"));
        try {
            var response = connection.http().send(builder.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), parsed(response.body()), response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PostingException.hopeless(method + " " + path + " at " + connection.name() + ": interrupted");
        }
    }

    /** The token is in nothing that is sent but its header. */
    private String written(Map<String, ?> fields) {
        try {
            return connection.token().masked(JSON.writeValueAsString(fields));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a body could not be written as JSON", e);
        }
    }

    private static JsonNode parsed(String text) {
        try {
            JsonNode body = text.isBlank() ? null : JSON.readTree(text);
            return body == null ? JSON.createObjectNode() : body;
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }
}
