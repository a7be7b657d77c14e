package posting;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.ConnectException;
import javax.net.ssl.SSLException;

/** A request that failed, said to who reads the job's log. */
final class Sentences {
    /** Enough of a host's own words to find the cause by. */
    private static final int WORDS = 300;

    private Sentences() {}

    static String answered(Connection connection, String request, Answer answer) {
        String said = words(answer.body());
        return connection
                .token()
                .masked(request + " at " + connection.name() + ": " + sentence(connection, answer) + " ("
                        + answer.status() + ")" + (said.isEmpty() ? "" : "; it says: " + said));
    }

    static String unanswered(Connection connection, String request, Exception cause) {
        String reason;
        if (cause instanceof ConnectException) {
            // The HTTP client says nothing of a port where nobody listens.
            reason = "nobody listens there";
        } else if (cause instanceof SSLException) {
            reason = "its certificate or TLS is not accepted, " + cause.getMessage()
                    + "; a private authority is named by CI_SERVER_TLS_CA_FILE";
        } else {
            reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        }
        return connection.token().masked(request + " at " + connection.name() + ": no answer came, " + reason);
    }

    private static String sentence(Connection connection, Answer answer) {
        if (RateLimit.hit(answer)) {
            return "too many requests";
        }
        return switch (answer.status()) {
            case 400, 422 -> "it refuses the values";
            case 401 -> "the token is not known there, or has ended; " + connection.needs();
            case 403 -> "the token may not do this; " + connection.needs();
            case 404 -> "there is no such thing, or the token may not see it; " + connection.needs();
            case 409 -> "somebody else changes it just now";
            case 413 -> "it is too long for what stands before the host";
            default -> {
                if (answer.status() >= 500) {
                    yield "the host failed";
                }
                yield answer.status() < 400 ? "it sends elsewhere, where the token does not follow" : "it refused";
            }
        };
    }

    /** GitHub's {@code message} and {@code errors}, GitLab's {@code message}, {@code error}: words, lists or objects. */
    private static String words(JsonNode body) {
        var text = new StringBuilder();
        for (String field : new String[] {"message", "error", "error_description", "errors"}) {
            JsonNode value = body.path(field);
            if (!value.isMissingNode() && !value.isNull()) {
                text.append(text.isEmpty() ? "" : "; ").append(value.isTextual() ? value.asText() : value.toString());
            }
        }
        String line = text.toString().replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() > WORDS ? line.substring(0, WORDS) + " ..." : line;
    }
}
