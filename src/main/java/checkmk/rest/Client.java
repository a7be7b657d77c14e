package checkmk.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** CheckMK's REST API 1.0. Only reading is tried again: a change whose answer got lost may have been made. */
public final class Client {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ATTEMPTS = 3;
    private static final List<Integer> BUSY = List.of(502, 503, 504);

    private final Server server;
    private final HttpClient http;

    public Client(Server server) {
        this.server = server;
        var builder = HttpClient.newBuilder()
                // The secret goes to the server that was declared and nowhere else.
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(server.timeout());
        server.authority().ifPresent(file -> builder.sslContext(Trust.in(file)));
        this.http = builder.build();
    }

    public Server server() {
        return server;
    }

    public Answer get(String path) {
        for (int attempt = 1; ; attempt++) {
            try {
                return send("GET", path, Optional.empty(), Optional.empty());
            } catch (RestException failure) {
                boolean passing = failure.status() == RestException.NO_ANSWER || BUSY.contains(failure.status());
                if (!passing || attempt == ATTEMPTS) {
                    throw failure;
                }
                pause(Duration.ofMillis(200L * attempt));
            }
        }
    }

    /** Empty when there is no such object. */
    public Optional<Answer> find(String path) {
        try {
            return Optional.of(get(path));
        } catch (RestException failure) {
            if (failure.status() == 404) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    public Answer post(String path, Map<String, ?> body) {
        return send("POST", path, Optional.of(body), Optional.empty());
    }

    /** A POST, PUT or DELETE that names the version of what it changes. */
    public Answer change(String method, String path, Optional<Map<String, ?>> body, String version) {
        return send(method, path, body, Optional.of(version));
    }

    /** Waits between two questions. */
    static void pause(Duration time) {
        try {
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw RestException.because("interrupted while waiting for the server", RestException.NO_ANSWER);
        }
    }

    private Answer send(String method, String path, Optional<Map<String, ?>> body, Optional<String> version) {
        String request = method + " " + path;
        var builder = HttpRequest.newBuilder(server.resolve(path))
                .timeout(server.timeout())
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + server.user() + " " + server.secret())
                .method(
                        method,
                        body.map(Client::written).map(BodyPublishers::ofString).orElse(BodyPublishers.noBody()));
        // Asked for even on calls without a body: without it a POST is answered 415.
        builder.header("Content-Type", "application/json");
        version.ifPresent(value -> builder.header("If-Match", value));
        try {
            return answer(request, http.send(builder.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw RestException.unanswered(server, request, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw RestException.unanswered(server, request, e);
        }
    }

    private Answer answer(String request, HttpResponse<String> response) {
        JsonNode body = parsed(response.body());
        if (response.statusCode() >= 400) {
            throw RestException.answered(server, request, response.statusCode(), body);
        }
        return new Answer(response.statusCode(), body, response.headers().firstValue("ETag"));
    }

    private static JsonNode parsed(String text) {
        try {
            JsonNode body = text.isBlank() ? JSON.createObjectNode() : JSON.readTree(text);
            return body == null ? JSON.createObjectNode() : body;
        } catch (JsonProcessingException e) {
            // A proxy's page of HTML, most likely: the status alone says what happened.
            return JSON.createObjectNode();
        }
    }

    private static String written(Map<String, ?> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a body could not be written as JSON", e);
        }
    }
}
