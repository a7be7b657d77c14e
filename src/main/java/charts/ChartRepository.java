package charts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** A chart repository as Helm publishes one: an {@code index.yaml} that names each version's archive. */
final class ChartRepository {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private final URI location;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    ChartRepository(String location) {
        this.location = URI.create(location.endsWith("/") ? location : location + "/");
    }

    /**
     * The bytes of a version's archive, as they came: their digest is the caller's to check.
     *
     * @throws IOException with a reason in one line
     */
    byte[] archive(String chart, String version) throws IOException {
        JsonNode index = YAML.readTree(get(location.resolve("index.yaml")));
        for (JsonNode entry : index.path("entries").path(chart)) {
            if (entry.path("version").asText().equals(version)) {
                return get(location.resolve(entry.path("urls").path(0).asText()));
            }
        }
        throw new IOException("its index has no " + chart + " " + version);
    }

    private byte[] get(URI address) throws IOException {
        try {
            var response = client.send(
                    HttpRequest.newBuilder(address).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new IOException(address + " answers " + response.statusCode());
            }
            return response.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while reading " + address, e);
        }
    }
}
