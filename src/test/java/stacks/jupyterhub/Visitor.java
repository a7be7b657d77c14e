package stacks.jupyterhub;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;

/** Somebody with a browser: keeps cookies, follows redirects, and sends the forms that a provider shows. */
final class Visitor {
    private static final Pattern FORM = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]+)\"");

    private final HttpClient client;
    private final String publicHost;
    private final String hub;
    private final List<String> visited = new ArrayList<>();

    /**
     * Starts without a cookie.
     *
     * @param publicHost the hub's host as it is declared; the router's part is played here
     * @param hub where the hub's proxy listens
     */
    Visitor(SSLContext trust, String publicHost, String hub) {
        this.client = HttpClient.newBuilder()
                .sslContext(trust)
                // The proxy takes the upgrade to HTTP/2 that Java offers for a websocket's.
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                .build();
        this.publicHost = "https://" + publicHost;
        this.hub = hub;
    }

    /** Signs in at the provider under a name, and ends where the hub leads. */
    HttpResponse<String> signIn(String name) throws IOException {
        var page = get("/hub/oauth_login?next=%2Fhub%2Fapi%2Fuser");
        for (var form = FORM.matcher(page.body()); form.find(); form = FORM.matcher(page.body())) {
            var fields = new java.util.TreeMap<>(Map.of("login", name, "password", "any"));
            for (var hidden = HIDDEN.matcher(page.body()); hidden.find(); ) {
                fields.put(hidden.group(1), hidden.group(2));
            }
            page = follow(HttpRequest.newBuilder(page.uri().resolve(form.group(1)))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(encoded(fields)))
                    .build());
        }
        return page;
    }

    /** A page of the hub. */
    HttpResponse<String> get(String path) throws IOException {
        return follow(HttpRequest.newBuilder(URI.create(hub + path)).build());
    }

    /** Every address that a redirect led to. */
    List<String> visited() {
        return List.copyOf(visited);
    }

    private HttpResponse<String> follow(HttpRequest request) throws IOException {
        var answer = send(request);
        while (answer.statusCode() / 100 == 3) {
            URI next = request.uri()
                    .resolve(answer.headers().firstValue("Location").orElseThrow());
            visited.add(next.toString());
            request = HttpRequest.newBuilder(URI.create(next.toString().replace(publicHost, hub)))
                    .build();
            answer = send(request);
        }
        return answer;
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
