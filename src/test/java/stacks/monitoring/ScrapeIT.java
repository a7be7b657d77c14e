package stacks.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import facility.Environment;
import house.Background;
import house.TestAuthority;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import stacks.CheckedFacility;
import stacks.jupyterhub.HubFolder;
import stacks.jupyterhub.RunningHub;

/** The real hub and proxy under the real Prometheus and blackbox exporter, set up from the objects that are declared. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ScrapeIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private Path folder;

    private final CheckedFacility checked = CheckedFacility.read(Path.of(""), Environment.DEV, true);
    private final MonitoringStack stack = new MonitoringStack(checked.facility());
    private final int prometheusPort = Background.freePort();
    private final int proberPort = Background.freePort();
    private RunningHub hub;
    private Background prometheus;
    private Background prober;
    private HttpsServer site;

    @BeforeAll
    void start(@TempDir Path given) throws Exception {
        folder = given;
        hub = new RunningHub(
                folder.resolve("hub"),
                checked.stacks().stream()
                        .filter(each -> each.name().equals("jupyterhub"))
                        .findFirst()
                        .orElseThrow(),
                checked.facility().secrets(),
                Map.of());
        // As the culler does; who may not is counted too.
        hub.call(token("hub"), "GET", "/users", Map.of());
        prometheus = prometheus();
        site();
    }

    @AfterAll
    void end() {
        if (site != null) {
            site.stop(0);
        }
        Stream.of(prober, prometheus, hub).filter(Objects::nonNull).forEach(ScrapeIT::close);
    }

    @Test
    void prometheus_scrapes_the_hub_with_the_declared_token_and_the_proxy() throws Exception {
        JsonNode targets = await("/api/v1/targets", data -> {
            var states = data.findValuesAsText("health");
            return states.size() == 2 && !states.contains("unknown");
        });

        assertThat(targets.findValuesAsText("health")).as("%s", targets).containsOnly("up");
        assertThat(get("http://" + hub.hubAddress() + "/hub/metrics", "").statusCode())
                .as("without the token")
                .isEqualTo(403);
    }

    @Test
    void prometheus_evaluates_every_rule_without_an_error() throws Exception {
        JsonNode rules = await("/api/v1/rules", data -> {
            var states = data.findValuesAsText("health");
            return !states.isEmpty() && !states.contains("unknown");
        });

        assertThat(rules.findValuesAsText("health")).as("%s", rules).containsOnly("ok");
    }

    @Test
    void the_prober_trusts_a_certificate_of_a_known_authority_and_nothing_without_one() throws Exception {
        assertThat(probe("https://127.0.0.1:" + site.getAddress().getPort() + "/"))
                .contains("probe_success 1");
        assertThat(probe(hub.url() + "/hub/health")).contains("probe_success 0");
    }

    @Test
    void every_metric_of_a_rule_or_dashboard_exists() throws Exception {
        Set<String> written = MetricNames.table();
        Set<String> known = new TreeSet<>(written);
        String hubs =
                get("http://" + hub.hubAddress() + "/hub/metrics", token("hub")).body();
        known.addAll(MetricNames.exposed(hubs));
        known.addAll(MetricNames.exposed(
                get("http://" + hub.proxyMetricsAddress() + "/metrics", "").body()));
        known.addAll(MetricNames.exposed(
                probe("https://127.0.0.1:" + site.getAddress().getPort() + "/")));
        known.addAll(MetricNames.exposed(batchMonitor()));
        // Prometheus' own word on a scrape.
        known.add("up");
        stack.rules().forEach(group -> group.recordings().forEach(recording -> known.add(recording.name())));

        Set<String> used = MetricNames.selected(stack);

        assertThat(known).containsAll(used);
        assertThat(used).as("the table holds nothing that is not used").containsAll(written);
        // The label by which HubCullerSilent finds the culler's question.
        assertThat(hubs).contains("handler=\"jupyterhub.apihandlers.users.UserListAPIHandler\"");
    }

    /** What the monitor of batch workers says where no batch system's client is. */
    private static String batchMonitor() throws Exception {
        return Programs.run(
                Path.of("").toAbsolutePath(),
                List.of(
                        "python3",
                        "src/main/resources/stacks/dask/htcondor_queue.py",
                        "--schedd=none",
                        "--pool=none",
                        "--once"));
    }

    private static void close(AutoCloseable running) {
        try {
            running.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Background prometheus() throws Exception {
        var jobs = new ArrayList<Object>();
        for (var address : Map.of("hub", hub.hubAddress(), "proxy-metrics", hub.proxyMetricsAddress())
                .entrySet()) {
            var endpoint = monitor(address.getKey()).getSpec().getEndpoints().get(0);
            var job = new TreeMap<String, Object>(Map.of(
                    "job_name",
                    address.getKey(),
                    "metrics_path",
                    endpoint.getPath(),
                    "static_configs",
                    List.of(Map.of(
                            "targets", List.of(address.getValue()), "labels", Map.of("namespace", "jupyterhub")))));
            if (endpoint.getAuthorization() != null) {
                job.put("authorization", Map.of("credentials", token(address.getKey())));
            }
            jobs.add(job);
        }
        Files.writeString(
                folder.resolve("rules.yaml"),
                AlertUnitTest.rules(
                        stack.rules(), new RuleObjects(checked.facility().monitoring())));
        Path file = folder.resolve("prometheus.yaml");
        YAML.writeValue(
                file.toFile(),
                Map.of(
                        "global", Map.of("scrape_interval", "1s", "evaluation_interval", "1s"),
                        "rule_files", List.of("rules.yaml"),
                        "scrape_configs", jobs));
        return new Background(
                        folder,
                        folder.resolve("prometheus.log"),
                        Map.of(),
                        List.of(
                                "prometheus",
                                "--config.file=" + file,
                                "--storage.tsdb.path=" + folder.resolve("tsdb"),
                                "--web.listen-address=127.0.0.1:" + prometheusPort))
                .awaitPort(prometheusPort);
    }

    private void site() throws Exception {
        var authority = new TestAuthority(folder.resolve("authority"));
        site = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.setHttpsConfigurator(new HttpsConfigurator(authority.tls(authority.issue("site"))));
        site.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        site.start();
        Path modules = Files.writeString(folder.resolve(Prober.CONFIGURATION), modules());
        Programs.run(folder, List.of("prometheus-blackbox-exporter", "--config.check", "--config.file=" + modules));
        prober = new Background(
                        folder,
                        folder.resolve("prober.log"),
                        Map.of("SSL_CERT_FILE", authority.certificate().toString()),
                        List.of(
                                "prometheus-blackbox-exporter",
                                "--config.file=" + modules,
                                "--web.listen-address=127.0.0.1:" + proberPort))
                .awaitPort(proberPort);
    }

    private String modules() {
        return stack.objects().stream()
                .filter(declared -> declared.object() instanceof ConfigMap)
                .map(declared -> ((ConfigMap) declared.object()).getData().get(Prober.CONFIGURATION))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    private String probe(String target) throws Exception {
        return get(
                        "http://127.0.0.1:" + proberPort + "/probe?module=" + ProberModule.HTTPS.key() + "&target="
                                + target,
                        "")
                .body();
    }

    private ServiceMonitor monitor(String name) {
        return stack.objects().stream()
                .filter(declared -> declared.object() instanceof ServiceMonitor)
                .map(declared -> (ServiceMonitor) declared.object())
                .filter(monitor -> monitor.getMetadata().getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The value behind the Secret's key that the ServiceMonitor names, in the namespace that it lies in. */
    private String token(String monitor) {
        var found = monitor(monitor);
        var named = found.getSpec().getEndpoints().get(0).getAuthorization().getCredentials();
        String placeholder = checked.stacks().stream()
                .flatMap(each -> each.objects().stream())
                .filter(declared -> declared.object() instanceof Secret
                        && declared.name().equals(found.getMetadata().getNamespace() + "/" + named.getName()))
                .map(declared -> ((Secret) declared.object()).getData().get(named.getKey()))
                .findFirst()
                .orElseThrow();
        return checked.facility().secrets().stream()
                .filter(secret -> secret.placeholder().equals(placeholder))
                .map(HubFolder::value)
                .findFirst()
                .orElseThrow();
    }

    private JsonNode await(String path, Predicate<JsonNode> ready) throws Exception {
        while (true) {
            JsonNode data = JSON.readTree(
                            get("http://127.0.0.1:" + prometheusPort + path, "").body())
                    .path("data");
            if (ready.test(data)) {
                return data;
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private static HttpResponse<String> get(String url, String token) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
