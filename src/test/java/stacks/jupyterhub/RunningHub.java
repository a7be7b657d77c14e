package stacks.jupyterhub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import facility.SecretValue;
import house.Background;
import house.NodePrograms;
import house.PythonPrograms;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import stacks.Stack;

/**
 * The real JupyterHub behind its real proxy on loopback, with the configuration that a stack renders. What differs from
 * the pod is its addresses, and servers that are local processes.
 */
public final class RunningHub implements AutoCloseable {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final int hubPort = Background.freePort();
    private final int proxyPort = Background.freePort();
    private final int proxyMetricsPort = Background.freePort();
    private final Background proxy;
    private final Background hub;

    /**
     * Starts both.
     *
     * @param variables what the hub's process finds in its environment beside
     */
    public RunningHub(Path folder, Stack stack, List<SecretValue> secrets, Map<String, String> variables)
            throws IOException {
        this(folder, stack, secrets, variables, "c.JupyterHub.spawner_class = \"simple\"\n");
    }

    /** With other servers than plain processes: what a program at the configuration's end makes of it. */
    public RunningHub(
            Path folder, Stack stack, List<SecretValue> secrets, Map<String, String> variables, String program)
            throws IOException {
        this.folder = folder;
        HubFolder.write(folder, stack, secrets);
        withoutCuller();
        Files.writeString(folder.resolve("jupyterhub_config.py"), "\n" + program, StandardOpenOption.APPEND);
        int apiPort = Background.freePort();
        String token = HubFolder.value(facility.JupyterHub.PROXY_TOKEN);
        var all = new TreeMap<>(Map.of("CONFIGPROXY_AUTH_TOKEN", token, "HUB_CONFIGURATION", folder.toString()));
        all.putAll(variables);
        this.proxy = proxy(apiPort, token);
        this.hub = new Background(folder, folder.resolve("hub.log"), all, hubCommand(apiPort));
        try {
            hub.awaitPort(hubPort);
        } catch (IllegalStateException ended) {
            close();
            throw ended;
        }
    }

    /** Where users come in: the proxy. */
    public String url() {
        return "http://127.0.0.1:" + proxyPort;
    }

    /** Where services come in: the hub itself. */
    public String api() {
        return "http://127.0.0.1:" + hubPort + "/hub/api";
    }

    /** Where the hub's metrics are scraped, host and port. */
    public String hubAddress() {
        return "127.0.0.1:" + hubPort;
    }

    /** Where the proxy's are. */
    public String proxyMetricsAddress() {
        return "127.0.0.1:" + proxyMetricsPort;
    }

    public String said() {
        return hub.said();
    }

    /** An answer of the REST API. */
    public HttpResponse<String> call(String token, String method, String path, Object body) throws IOException {
        var request = HttpRequest.newBuilder(URI.create(api() + path))
                .header("Authorization", "token " + token)
                .header("Accept", "application/jupyterhub-pagination+json")
                .method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        try {
            return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The groups of each user; of the first 200. */
    public Map<String, List<String>> users(String token) throws IOException {
        var users = new TreeMap<String, List<String>>();
        for (JsonNode user : JSON.readTree(
                        call(token, "GET", "/users?limit=200", Map.of()).body())
                .path("items")) {
            var groups = new java.util.ArrayList<String>();
            user.path("groups").forEach(group -> groups.add(group.asText()));
            users.put(user.path("name").asText(), groups.stream().sorted().toList());
        }
        return users;
    }

    /** Its culler is started by the hub and knows the pod's port alone; it has a test of its own. */
    private void withoutCuller() throws IOException {
        Path values = folder.resolve("config/values.yaml");
        var tree = (ObjectNode) YAML.readTree(Files.readString(values));
        ((ObjectNode) tree.path("cull")).put("enabled", false);
        YAML.writeValue(values.toFile(), tree);
    }

    private Background proxy(int apiPort, String token) {
        var program = NodePrograms.of(Path.of("src/test/node/sign-in"))
                .file("configurable-http-proxy/bin/configurable-http-proxy");
        return new Background(
                        folder,
                        folder.resolve("proxy.log"),
                        Map.of("CONFIGPROXY_AUTH_TOKEN", token),
                        List.of(
                                "node",
                                program.toString(),
                                "--ip=127.0.0.1",
                                "--port=" + proxyPort,
                                "--api-ip=127.0.0.1",
                                "--api-port=" + apiPort,
                                "--metrics-ip=127.0.0.1",
                                "--metrics-port=" + proxyMetricsPort,
                                "--default-target=http://127.0.0.1:" + hubPort,
                                "--error-target=http://127.0.0.1:" + hubPort + "/hub/error"))
                .awaitPort(apiPort)
                .awaitPort(proxyPort);
    }

    private List<String> hubCommand(int apiPort) throws IOException {
        var words = new ArrayList<>(List.of(
                PythonPrograms.of(Path.of("charts/jupyterhub/requirements.txt"))
                        .interpreter()
                        .toString(),
                "-m",
                "jupyterhub",
                "--config=" + folder.resolve("jupyterhub_config.py"),
                "--JupyterHub.hub_bind_url=http://127.0.0.1:" + hubPort,
                "--JupyterHub.hub_connect_url=http://127.0.0.1:" + hubPort,
                "--JupyterHub.bind_url=http://127.0.0.1:" + proxyPort,
                "--ConfigurableHTTPProxy.api_url=http://127.0.0.1:" + apiPort));
        if (YAML.readTree(folder.resolve("config/values.yaml").toFile())
                .at("/hub/db/type")
                .asText()
                .equals("sqlite-pvc")) {
            words.add("--JupyterHub.db_url=sqlite:///" + folder.resolve("hub.sqlite"));
        }
        return words;
    }

    @Override
    public void close() {
        hub.close();
        proxy.close();
    }
}
