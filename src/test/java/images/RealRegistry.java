package images;

import house.Background;
import house.GoPrograms;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;

/** CNCF's registry on loopback, and pushes to it by HTTP as its API has them. */
public final class RealRegistry implements AutoCloseable {
    private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";

    private final int port = Background.freePort();
    private final String scheme;
    private final HttpClient http;
    private final String authorization;
    private final Background program;

    /**
     * Starts it.
     *
     * @param lines of its configuration, below {@code http} first, then anything
     * @param tls what pushes trust; null for clear text
     * @param authorization of pushes; empty where none is wanted
     */
    private RealRegistry(Path folder, List<String> lines, SSLContext tls, String authorization) throws IOException {
        this.scheme = tls == null ? "http" : "https";
        this.authorization = authorization;
        var builder = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
        this.http = tls == null ? builder.build() : builder.sslContext(tls).build();
        Files.createDirectories(folder);
        var config = new ArrayList<>(List.of(
                "version: 0.1",
                "log: {level: error}",
                "storage: {filesystem: {rootdirectory: " + folder.resolve("blobs") + "}}",
                "http:",
                "  addr: 127.0.0.1:" + port,
                "  secret: of-a-test"));
        config.addAll(lines);
        Files.write(folder.resolve("config.yml"), config);
        Path registry = GoPrograms.of(Path.of("src/test/registry").toAbsolutePath());
        this.program = new Background(
                        folder,
                        folder.resolve("log"),
                        Map.of("OTEL_TRACES_EXPORTER", "none"),
                        List.of(registry.toString(), "serve", "config.yml"))
                .awaitPort(port);
    }

    public static RealRegistry inClearText(Path folder) throws IOException {
        return new RealRegistry(folder, List.of(), null, "");
    }

    /** @param certificate of the server, with its key */
    public static RealRegistry withTls(Path folder, Path certificate, Path key, SSLContext tls) throws IOException {
        return new RealRegistry(folder, tlsLines(certificate, key), tls, "");
    }

    /**
     * With people of an htpasswd file.
     *
     * @param authorization of one of them, as the header has it
     */
    static RealRegistry withSignIn(
            Path folder, Path certificate, Path key, SSLContext tls, Path htpasswd, String authorization)
            throws IOException {
        var lines = new ArrayList<>(tlsLines(certificate, key));
        lines.add("auth: {htpasswd: {realm: a-test, path: " + htpasswd + "}}");
        return new RealRegistry(folder, lines, tls, authorization);
    }

    private static List<String> tlsLines(Path certificate, Path key) {
        return List.of("  tls: {certificate: " + certificate + ", key: " + key + "}");
    }

    public String host() {
        return "127.0.0.1:" + port;
    }

    int port() {
        return port;
    }

    /** Pushes an image that has nothing but a name in it; another name is another digest, which is answered. */
    public String push(String repository, String tag, String name) throws Exception {
        String config = "{\"architecture\": \"amd64\", \"os\": \"linux\"}";
        var upload = send(request("/v2/" + repository + "/blobs/uploads/").POST(BodyPublishers.noBody()), 202);
        URI location = URI.create(scheme + "://" + host())
                .resolve(upload.headers().firstValue("Location").orElseThrow());
        send(
                request(location + (location.getQuery() == null ? "?" : "&") + "digest=" + digest(config))
                        .header("Content-Type", "application/octet-stream")
                        .PUT(BodyPublishers.ofString(config)),
                201);
        String manifest = "{\"schemaVersion\": 2, \"mediaType\": \"" + MANIFEST + "\", \"config\": {\"mediaType\":"
                + " \"application/vnd.oci.image.config.v1+json\", \"size\": " + config.length() + ", \"digest\": \""
                + digest(config) + "\"}, \"layers\": [], \"annotations\": {\"name\": \"" + name + "\"}}";
        send(
                request("/v2/" + repository + "/manifests/" + tag)
                        .header("Content-Type", MANIFEST)
                        .PUT(BodyPublishers.ofString(manifest)),
                201);
        return digest(manifest);
    }

    private HttpRequest.Builder request(String at) {
        var request = HttpRequest.newBuilder(URI.create(at.startsWith("/") ? scheme + "://" + host() + at : at));
        return authorization.isEmpty() ? request : request.header("Authorization", authorization);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, int expected) throws Exception {
        var response = http.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() != expected) {
            throw new IllegalStateException(response + " " + response.body() + "\n" + program.said());
        }
        return response;
    }

    private static String digest(String text) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return "sha256:" + HexFormat.of().formatHex(hash);
    }

    @Override
    public void close() {
        program.close();
    }
}
