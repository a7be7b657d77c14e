package checkmk.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.ConnectException;
import provider.ResourceFailure;

/** A request that failed, in a sentence for the one who reads the run; never with a header or a body that was sent. */
public final class RestException extends ResourceFailure {
    /** The status of a request whose answer never came: it may have been carried out. */
    public static final int NO_ANSWER = 0;

    private static final long serialVersionUID = 1L;

    private final int status;

    private RestException(int status, String message, Throwable cause) {
        super(message, cause);
        this.status = status;
    }

    public int status() {
        return status;
    }

    static RestException answered(Server server, String request, int status, JsonNode problem) {
        return new RestException(
                status,
                request + " at " + server + ": " + sentence(status) + " (" + status + ")" + details(problem),
                null);
    }

    static RestException unanswered(Server server, String request, Throwable cause) {
        // The HTTP client says nothing of a port where nobody listens.
        String silent = cause instanceof ConnectException
                ? "nobody listens there"
                : cause.getClass().getSimpleName();
        String reason = cause.getMessage() == null ? silent : cause.getMessage();
        return new RestException(NO_ANSWER, request + " at " + server + ": no answer came, " + reason, cause);
    }

    /** A failure of this product's own finding, such as an activation that does not end. */
    public static RestException because(String message, int status) {
        return new RestException(status, message, null);
    }

    private static String details(JsonNode problem) {
        var text = new StringBuilder();
        for (String part : new String[] {"title", "detail"}) {
            if (problem.path(part).isTextual()) {
                text.append("; ").append(problem.path(part).asText().strip());
            }
        }
        problem.path("fields")
                .properties()
                .forEach(field ->
                        text.append("; ").append(field.getKey()).append(": ").append(words(field.getValue())));
        return text.toString();
    }

    private static String words(JsonNode value) {
        if (!value.isArray()) {
            return value.isTextual() ? value.asText() : value.toString();
        }
        var words = new java.util.ArrayList<String>();
        value.forEach(item -> words.add(words(item)));
        return String.join(", ", words);
    }

    private static String sentence(int status) {
        return switch (status) {
            case 400 -> "the server refuses the values";
            case 401 -> "the automation user or its secret is not known there";
            case 403 -> "the automation user may not do this; give it a role with the permission";
            case 404 -> "there is no such object";
            case 405 -> "the server knows no such operation; is it older than CheckMK 2.3?";
            case 406, 415 -> "the server does not speak this form of the API";
            case 409 -> "it conflicts with what is there";
            case 412 -> "somebody changed the object meanwhile; run again to see the change";
            case 422 -> "the server cannot carry it out";
            case 423 -> "an activation is running";
            case 428 -> "the server wants the version of the object that is changed";
            default -> status >= 500 ? "the server failed" : "the server refused";
        };
    }
}
