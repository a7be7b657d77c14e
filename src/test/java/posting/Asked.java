package posting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A request as a test's server got it. */
record Asked(String method, String path, String query, String token, String text) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Asked of(HttpExchange exchange, String tokenHeader) throws IOException {
        var uri = exchange.getRequestURI();
        return new Asked(
                exchange.getRequestMethod(),
                uri.getPath(),
                Optional.ofNullable(uri.getQuery()).orElse(""),
                Optional.ofNullable(exchange.getRequestHeaders().getFirst(tokenHeader))
                        .orElse(""),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    JsonNode body() {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    int number(String parameter, int otherwise) {
        Matcher found =
                Pattern.compile("(?:^|&)" + parameter + "=([0-9]+)(?:&|$)").matcher(query);
        return found.find() ? Integer.parseInt(found.group(1)) : otherwise;
    }

    Optional<Matcher> is(String method, String pathPattern) {
        Matcher matcher = Pattern.compile(pathPattern).matcher(path);
        return this.method.equals(method) && matcher.matches() ? Optional.of(matcher) : Optional.empty();
    }
}
