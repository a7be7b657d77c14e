package health;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The hub, asked where its users reach it, with the token of a service that may do nothing but this. */
final class SpawnHubByRoute implements SpawnHub {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A hub may hold the answer to a start or a stop back for 10 s: its slow_spawn_timeout and slow_stop_timeout. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration TO_CONNECT = Duration.ofSeconds(10);

    private final SpawnWish wish;
    private final String token;
    private final HttpClient http = HttpClient.newBuilder()
            // Without TLS it would offer HTTP/2 by an Upgrade header, at which configurable-http-proxy hangs up.
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TO_CONNECT)
            // The token goes nowhere but where it is meant for.
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    SpawnHubByRoute(SpawnWish wish, String token) {
        this.wish = requireNonNull(wish, "wish is null");
        this.token = requireNonNull(token, "token is null");
    }

    @Override
    public HubAnswer user() throws IOException, InterruptedException {
        return answer(asking("").GET().build());
    }

    @Override
    public HubAnswer start() throws IOException, InterruptedException {
        return answer(asking("/server").POST(BodyPublishers.ofString(options())).build());
    }

    @Override
    public HubAnswer stop() throws IOException, InterruptedException {
        return answer(asking("/server").DELETE().build());
    }

    /** Jupyter Server says its version there to everybody; it gets no token, and could do nothing with one. */
    @Override
    public HubAnswer server() throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(URI.create(wish.hub() + "/user/" + wish.user() + "/api"))
                .timeout(PATIENCE)
                .build());
    }

    /** The time of a request ends with the answer's head: that of its lines is waited for here. */
    @Override
    public void follow(SpawnProgress progress, Duration atMost) throws IOException, InterruptedException {
        var request = asking("/server/progress")
                .header("Accept", "text/event-stream")
                .GET()
                .build();
        var answer = http.sendAsync(request, BodyHandlers.fromLineSubscriber(new Lines(progress)));
        try {
            answer.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException over) {
            answer.cancel(true);
        } catch (ExecutionException broken) {
            if (broken.getCause() instanceof IOException silent) {
                throw silent;
            }
            throw new IllegalStateException(broken.getCause());
        }
    }

    private HubAnswer answer(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        return new HubAnswer(answer.statusCode(), answer.body());
    }

    private HttpRequest.Builder asking(String path) {
        return HttpRequest.newBuilder(URI.create(wish.hub() + "/hub/api/users/" + wish.user() + path))
                .timeout(PATIENCE)
                .header("Authorization", "token " + token);
    }

    /** As the hub's page sends what its user picked. */
    private String options() {
        try {
            return JSON.writeValueAsString(Map.of("profile", wish.profile(), "environment", wish.environment()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("two words could not be written as JSON", e);
        }
    }

    private record Lines(SpawnProgress progress) implements Flow.Subscriber<String> {
        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            progress.line(line);
        }

        @Override
        public void onError(Throwable broken) {
            // The answer's future ends with it as well.
        }

        @Override
        public void onComplete() {
            // So does it with this.
        }
    }
}
