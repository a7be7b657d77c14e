package health;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** Asks services what their users would ask them. */
final class Asker {
    /** A router that is up answers at once; a hub under load within some seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Optional<String> reasonNotTo;
    private final HttpClient http = HttpClient.newBuilder()
            // Without TLS it would offer HTTP/2 by an Upgrade header, at which configurable-http-proxy hangs up.
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** @param reasonNotTo why nobody can be asked from here */
    Asker(Optional<String> reasonNotTo) {
        this.reasonNotTo = reasonNotTo;
    }

    Finding ask(Question question) {
        return reasonNotTo
                .map(reason -> Finding.notAsked(question.stack(), question.url(), reason))
                .orElseGet(() -> asked(question));
    }

    private Finding asked(Question question) {
        try {
            var request = HttpRequest.newBuilder(URI.create(question.url()))
                    .timeout(PATIENCE)
                    .build();
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            return question.good()
                    .fault(answer.statusCode(), answer.body())
                    .map(fault -> Finding.red(question.stack(), question.url(), fault))
                    .orElseGet(() -> Finding.green(question.stack(), question.url()));
        } catch (IOException silent) {
            return Finding.red(question.stack(), question.url(), "does not answer: " + reason(silent));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Finding.red(question.stack(), question.url(), "was not waited for");
        }
    }

    static String reason(IOException failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String said = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        return said.lines().findFirst().orElse("no reason given");
    }
}
