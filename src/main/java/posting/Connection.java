package posting;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * A host's API and who speaks to it.
 *
 * @param name for messages
 * @param root where paths begin
 * @param tokenHeader the one header that holds the token, and what stands before it there
 * @param headers the host's own
 * @param needs what the token must be allowed to do, for messages
 */
record Connection(
        String name,
        URI root,
        Map.Entry<String, String> tokenHeader,
        Token token,
        Map<String, String> headers,
        String needs,
        HttpClient http) {
    Connection {
        requireNonNull(name, "name is null");
        requireNonNull(root, "root is null");
        requireNonNull(tokenHeader, "tokenHeader is null");
        requireNonNull(token, "token is null");
        headers = Map.copyOf(headers);
        requireNonNull(needs, "needs is null");
        requireNonNull(http, "http is null");
    }

    static Connection gitLab(URI api, Token token, HttpClient http) {
        return new Connection(
                "GitLab, " + api.getAuthority(),
                api,
                Map.entry("PRIVATE-TOKEN", ""),
                token,
                Map.of(),
                "GITLAB_TOKEN needs the scope api and the role Developer in the project",
                http);
    }

    static Connection gitHub(URI api, Token token, String needs) {
        return new Connection(
                "GitHub, " + api.getAuthority(),
                api,
                Map.entry("Authorization", "Bearer "),
                token,
                Map.of("Accept", "application/vnd.github+json", "X-GitHub-Api-Version", "2022-11-28"),
                needs,
                http(Optional.empty()));
    }

    /** Verifies certificates, always, and goes where it is told to only: a redirect would take the token along. */
    static HttpClient http(Optional<SSLContext> authorities) {
        var builder = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10));
        authorities.ifPresent(builder::sslContext);
        return builder.build();
    }

    URI resolve(String path) {
        return URI.create(root + path);
    }
}
