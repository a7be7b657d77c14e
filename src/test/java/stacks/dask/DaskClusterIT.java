package stacks.dask;

import static org.assertj.core.api.Assertions.assertThat;

import charts.ChartArchives;
import cli.AccountKubeconfig;
import cli.DevIsUp;
import cli.ScratchProject;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import facility.Environment;
import facility.Facility;
import facility.SecretValue;
import facility.dask.DaskGateway;
import house.Background;
import house.PythonPrograms;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import stacks.CheckedFacility;
import stacks.jupyterhub.DeclaredHub;
import stacks.jupyterhub.HubFolder;
import stacks.jupyterhub.HubService;
import stacks.jupyterhub.RunningHub;

/**
 * A user's cluster, made by Dask Gateway's own client, API and controller: the real hub says who the user is, and the
 * twin is used with the rights of the gateway's own accounts.
 */
@ExtendWith(DevIsUp.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DaskClusterIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NAMESPACE = "dask-gateway";
    private static final HubService TESTER =
            new HubService("tester", SecretValue.hex("tester", "sets the hub up"), List.of("admin:users", "tokens"));
    private static final ResourceDefinitionContext CLUSTERS = new ResourceDefinitionContext.Builder()
            .withGroup("gateway.dask.org")
            .withVersion("v1alpha1")
            .withKind("DaskCluster")
            .withPlural("daskclusters")
            .withNamespaced(true)
            .build();

    @TempDir
    static Path folder;

    private final int apiPort = Background.freePort();
    private Path administrator;
    private KubernetesClient client;
    private RunningHub hub;
    private Background api;
    private Background controller;

    @BeforeAll
    void start(ScratchProject project) throws Exception {
        administrator = project.root().resolve(".facility/dev/twin/kubeconfig");
        client = AccountKubeconfig.client(administrator);
        var checked = CheckedFacility.read(Path.of(""), Environment.DEV, true);
        hub = hub(checked.facility());
        api = gateway(
                checked,
                "api",
                List.of(),
                "c.DaskGateway.address = \"127.0.0.1:" + apiPort
                        + "\"\nc.JupyterHubAuthenticator.jupyterhub_api_url = \"" + hub.api() + "\"\n");
        int controllerPort = Background.freePort();
        controller = gateway(
                checked,
                "controller",
                List.of("kube-controller"),
                "c.KubeController.address = \"127.0.0.1:" + controllerPort + "\"\n");
        // Kubernetes counts a new kind from its controller's next look at the API on (30 s) and at all quotas (15 s
        // here).
        client.resourceQuotas()
                .inNamespace(NAMESPACE)
                .withName("dask-clusters")
                .waitUntilCondition(
                        quota -> quota.getStatus() != null
                                && quota.getStatus().getUsed().containsKey("count/daskclusters.gateway.dask.org"),
                        2,
                        TimeUnit.MINUTES);
        api.awaitPort(apiPort);
        controller.awaitPort(controllerPort);
    }

    @AfterAll
    void end() {
        for (AutoCloseable each : Stream.of(controller, api, hub, client)
                .filter(java.util.Objects::nonNull)
                .toList()) {
            try {
                each.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void a_user_makes_a_cluster_with_workers_and_stops_it() throws Exception {
        try (var user = new User(token("ada"))) {
            assertThat(user.said().path("options").toString()).contains("worker_cores", "worker_memory", "image");
            assertThat(user.said().path("refused").asText()).contains("worker_cores must be <=");
            JsonNode cluster = user.said();
            assertThat(cluster.path("status").asText()).as(controller.said()).isEqualTo("RUNNING");
            String id = cluster.path("cluster").asText().substring(NAMESPACE.length() + 1);

            var scheduler = pods(id, "dask-scheduler").get(0);
            assertThat(scheduler.getMetadata().getAnnotations().get("openshift.io/scc"))
                    .isIn("restricted-v2", null);
            assertThat(scheduler
                            .getSpec()
                            .getContainers()
                            .get(0)
                            .getSecurityContext()
                            .getAllowPrivilegeEscalation())
                    .isFalse();
            assertThat(client.services()
                            .inNamespace(NAMESPACE)
                            .withName("dask-" + id)
                            .get())
                    .isNotNull();
            assertThat(routes("ingressroutes")).anyMatch(name -> name.contains(id));
            assertThat(routes("ingressroutetcps")).anyMatch(name -> name.contains(id));

            // As the scheduler's heartbeat would ask: no scheduler runs in the twin's pods.
            client.genericKubernetesResources(CLUSTERS)
                    .inNamespace(NAMESPACE)
                    .withName(id)
                    .patch(PatchContext.of(PatchType.JSON_MERGE), "{\"spec\": {\"replicas\": 2}}");
            client.pods()
                    .inNamespace(NAMESPACE)
                    .withLabels(labels(id, "dask-worker"))
                    .waitUntilCondition(pod -> pod != null, 1, TimeUnit.MINUTES);
            assertThat(pods(id, "dask-worker")
                            .get(0)
                            .getSpec()
                            .getContainers()
                            .get(0)
                            .getResources()
                            .getLimits())
                    .hasToString("{cpu=2, memory=4294967296}");

            var counted = client.resourceQuotas()
                    .inNamespace(NAMESPACE)
                    .withName("dask-clusters")
                    .get();
            assertThat(counted.getStatus().getUsed()).hasToString("{count/daskclusters.gateway.dask.org=1}");

            user.orders("stop");
            assertThat(user.said().path("ended").asText()).isEqualTo("STOPPED");
            client.pods()
                    .inNamespace(NAMESPACE)
                    .withLabels(labels(id, "dask-scheduler"))
                    .waitUntilCondition(
                            pod -> pod == null || pod.getMetadata().getDeletionTimestamp() != null,
                            1,
                            TimeUnit.MINUTES);
        }
    }

    @Test
    void who_has_no_token_of_the_hub_makes_nothing() throws Exception {
        try (var stranger = new User("0000")) {
            assertThat(stranger.ended()).contains("Permission failure verifying user's JupyterHub API token");
        }
    }

    /** The API may make clusters and read their secrets, here, and nothing else. */
    @Test
    void the_accounts_can_do_no_more_than_they_need() throws IOException {
        try (var asApi = as("api-dask-gateway");
                var asController = as("controller-dask-gateway")) {
            assertThat(refusal(() -> asApi.pods().inNamespace(NAMESPACE).list()))
                    .contains("forbidden");
            assertThat(refusal(() -> asApi.secrets().inNamespace("jupyterhub").list()))
                    .contains("forbidden");
            assertThat(refusal(() ->
                            asController.secrets().inNamespace("jupyterhub").list()))
                    .contains("forbidden");
            assertThat(refusal(() -> asController
                            .pods()
                            .inNamespace("jupyterhub")
                            .withName("any")
                            .delete()))
                    .contains("forbidden");
        }
    }

    private KubernetesClient as(String account) throws IOException {
        return AccountKubeconfig.client(AccountKubeconfig.write(administrator, NAMESPACE, account, folder));
    }

    private static String refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        Throwable refused = org.assertj.core.api.Assertions.catchThrowable(call);
        return refused == null ? "" : refused.getMessage();
    }

    private List<Pod> pods(String id, String component) {
        return client.pods()
                .inNamespace(NAMESPACE)
                .withLabels(labels(id, component))
                .list()
                .getItems();
    }

    private static Map<String, String> labels(String id, String component) {
        return Map.of("gateway.dask.org/cluster", id, "app.kubernetes.io/component", component);
    }

    private List<String> routes(String plural) {
        var context = new ResourceDefinitionContext.Builder()
                .withGroup("traefik.io")
                .withVersion("v1alpha1")
                .withPlural(plural)
                .withNamespaced(true)
                .build();
        return client.genericKubernetesResources(context).inNamespace(NAMESPACE).list().getItems().stream()
                .map(GenericKubernetesResource::getMetadata)
                .map(metadata -> metadata.getName())
                .toList();
    }

    private static RunningHub hub(Facility facility) throws Exception {
        var dask = new DaskGatewayStack(
                facility.dask(), facility.hub(), new ChartArchives(Path.of("").toAbsolutePath()));
        var secrets = Stream.concat(facility.secrets().stream(), Stream.of(TESTER.token()))
                .toList();
        return new RunningHub(
                folder.resolve("hub"), DeclaredHub.of(facility, dask.service(), TESTER), secrets, Map.of());
    }

    /** A token of a user, as their server has one. */
    private String token(String user) throws IOException {
        String tester = HubFolder.value(TESTER.token());
        var made = hub.call(tester, "POST", "/users/" + user, Map.of());
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        var token = hub.call(tester, "POST", "/users/" + user + "/tokens", Map.of());
        assertThat(token.statusCode()).as(token.body()).isEqualTo(201);
        return JSON.readTree(token.body()).path("token").asText();
    }

    /** One of the gateway's programs, on the rendered configuration; only addresses differ. */
    private Background gateway(CheckedFacility checked, String part, List<String> words, String addresses)
            throws IOException {
        Path into = Files.createDirectories(folder.resolve(part));
        for (var declared : checked.objects()) {
            if (declared.object() instanceof ConfigMap map
                    && declared.name().equals(NAMESPACE + "/" + part + "-dask-gateway")) {
                for (var file : map.getData().entrySet()) {
                    boolean program = file.getKey().endsWith(".py");
                    Files.writeString(into.resolve(file.getKey()), file.getValue() + (program ? "\n" + addresses : ""));
                }
            }
        }
        Path kubeconfig = AccountKubeconfig.write(administrator, NAMESPACE, part + "-dask-gateway", into);
        var all = new java.util.ArrayList<>(
                List.of(python().resolveSibling("dask-gateway-server").toString()));
        all.addAll(words);
        all.addAll(List.of("--config", into.resolve("dask_gateway_config.py").toString()));
        return new Background(
                into,
                into.resolve("log"),
                Map.of(
                        "KUBECONFIG", kubeconfig.toString(),
                        "GATEWAY_CONFIGURATION", into.toString(),
                        "JUPYTERHUB_API_TOKEN", HubFolder.value(DaskGateway.HUB_TOKEN)),
                all);
    }

    private static Path python() {
        return PythonPrograms.of(Path.of("charts/dask-gateway/requirements.txt"))
                .interpreter();
    }

    /** Somebody with Dask Gateway's client. */
    private final class User implements AutoCloseable {
        private final Process process;
        private final BufferedReader answers;

        User(String token) throws IOException {
            var builder = new ProcessBuilder(
                    python().toString(), "src/test/python/dask_client.py", "http://127.0.0.1:" + apiPort);
            var variables = new TreeMap<>(Map.of("JUPYTERHUB_API_TOKEN", token));
            builder.environment().putAll(variables);
            process = builder.redirectErrorStream(true).start();
            answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        }

        JsonNode said() throws IOException {
            String line = answers.readLine();
            assertThat(line).as(() -> api.said()).startsWith("{");
            return JSON.readTree(line);
        }

        void orders(String word) throws IOException {
            process.getOutputStream().write((word + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().close();
        }

        /** What it says until its end. */
        String ended() throws IOException {
            return answers.lines().collect(java.util.stream.Collectors.joining("\n"));
        }

        @Override
        public void close() {
            process.destroy();
            process.onExit().join();
        }
    }
}
