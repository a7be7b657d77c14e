package stacks.jupyterhub;

import static org.assertj.core.api.Assertions.assertThat;

import cli.AccountKubeconfig;
import cli.DevIsUp;
import cli.ScratchProject;
import com.fasterxml.jackson.databind.JsonNode;
import facility.Environment;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import stacks.CheckedFacility;

/**
 * The configuration that the engine brought up, loaded by the real JupyterHub, whose real KubeSpawner starts servers on
 * the twin with the rights of the hub's own account.
 */
@ExtendWith(DevIsUp.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HubConfigurationIT {
    private static final String DUNE_GPU =
            """
            {"user": "ada", "groups": ["dune"], "options": {"profile": "dune", "environment": "gpu-sl7"}}""";
    private static final String RESCUE =
            """
            {"user": "ada", "groups": ["fermi"], "server": "second",
             "options": {"profile": "fermi", "environment": "rescue"}}""";
    private static final String IN_NO_GROUP = """
            {"user": "stranger", "groups": [], "options": {}}""";
    private static final String ANOTHERS_PROFILE =
            """
            {"user": "ada", "groups": [], "server": "third", "options": {"profile": "cms-lpc", "environment": "sl7"}}""";

    private static final String WITH_AREAS =
            """
            {"user": "leo", "groups": ["lpc"], "options": {"profile": "cms-lpc", "environment": "sl7"}}""";

    private static final String NO_SLICE_LEFT =
            """
            {"user": "eve", "groups": ["dune"], "options": {"profile": "dune", "environment": "gpu-sl7"}},
            {"user": "eve", "groups": ["dune"], "options": {"profile": "dune", "environment": "sl7"}}""";

    private ScratchProject project;
    private JsonNode answer;
    private JsonNode full;

    @BeforeAll
    void load(ScratchProject shared) throws IOException {
        project = shared;
        Path folder = Files.createDirectories(project.root().resolve("hub"));
        writeConfiguration(folder);
        var hub = new HubOnTwin(kubeconfig(), folder);
        answer = hub.start(DUNE_GPU, RESCUE, IN_NO_GROUP, ANOTHERS_PROFILE, WITH_AREAS);
        try (var client = AccountKubeconfig.client(kubeconfig());
                var slices = new TakenSlices(client)) {
            slices.allOfTheQuota();
            full = hub.start(NO_SLICE_LEFT);
        }
    }

    @Test
    void the_values_are_the_hubs_traits() {
        JsonNode traits = answer.path("traits");
        assertThat(texts(traits.path("spawner"))).startsWith("ExplainingSpawner", "KubeSpawner");
        assertThat(traits.path("unknown_traits")).isEmpty();
        assertThat(traits.path("named_server_limit_per_user").asInt()).isEqualTo(5);
        assertThat(traits.path("concurrent_spawn_limit").asInt()).isEqualTo(64);
        assertThat(traits.path("cookie_secret_bytes").asInt()).isEqualTo(32);
        assertThat(traits.path("crypt_keys").asInt()).isEqualTo(1);
        assertThat(traits.path("proxy").asText()).isEqualTo("http://proxy-api:8001");
        assertThat(traits.path("proxy_token").asBoolean()).isTrue();
        assertThat(traits.path("hub").asText()).isEqualTo("http://hub:8081/hub/");
    }

    @Test
    void the_sign_in_is_the_environments_and_lets_nobody_in_by_omission() {
        assertThat(answer.path("traits").path("authenticator").asText()).isEqualTo("CILogonOAuthenticator");
        assertThat(answer.path("traits").path("allow_all").asBoolean()).isFalse();
    }

    @Test
    void the_culler_ends_what_idles_for_eight_hours_with_no_right_beyond() {
        assertThat(texts(answer.path("traits").path("culler"))).contains("--timeout=28800");
        assertThat(texts(answer.path("traits").path("culler_scopes")))
                .containsExactly("delete:servers", "list:users", "read:servers", "read:users:activity");
    }

    @Test
    void a_gpu_environment_starts_under_restricted_v2_with_its_slice() {
        JsonNode started = answer.path("started").get(0);
        JsonNode spec = started.path("manifest").path("spec");
        JsonNode notebook = spec.path("containers").get(0);
        assertThat(started.path("pod").asText()).isEqualTo("jupyter-ada");
        assertThat(notebook.path("image").asText()).isEqualTo("registry.example.org/eaf/dune-gpu-sl7:2026.11");
        assertThat(notebook.path("resources").path("limits").toString())
                .isEqualTo("{\"cpu\":\"4\",\"memory\":\"17179869184\",\"nvidia.com/mig-1g.10gb\":\"1\"}");
        assertThat(notebook.path("securityContext").has("runAsUser")).isFalse();
        assertThat(spec.path("securityContext").path("fsGroupChangePolicy").asText())
                .isEqualTo("OnRootMismatch");
        assertThat(spec.path("automountServiceAccountToken").asBoolean(true)).isFalse();
        assertThat(spec.path("nodeName").asText()).startsWith("gpu-");
    }

    @Test
    void the_network_policies_select_the_pods_that_kubespawner_makes() {
        JsonNode labels =
                answer.path("started").get(0).path("manifest").path("metadata").path("labels");
        assertThat(labels.path("component").asText()).isEqualTo("singleuser-server");
        assertThat(labels.path("hub.jupyter.org/network-access-hub").asText()).isEqualTo("true");
    }

    @Test
    void all_servers_of_a_user_share_one_home_which_no_hub_deletes() {
        JsonNode first = answer.path("started").get(0);
        JsonNode second = answer.path("started").get(1);
        assertThat(second.path("pod").asText()).isNotEqualTo(first.path("pod").asText());
        assertThat(second.path("claim").asText())
                .isEqualTo(first.path("claim").asText())
                .isEqualTo("claim-ada");
        assertThat(first.path("delete_pvc").asBoolean(true)).isFalse();
        try (var client = AccountKubeconfig.client(kubeconfig())) {
            var claim = client.persistentVolumeClaims()
                    .inNamespace("jupyterhub")
                    .withName("claim-ada")
                    .require();
            assertThat(claim.getSpec().getStorageClassName()).isEqualTo("cephfs-homes");
            assertThat(claim.getSpec().getAccessModes()).containsExactly("ReadWriteMany");
            assertThat(claim.getStatus().getPhase()).isEqualTo("Bound");
        }
    }

    @Test
    void a_full_gpu_pool_is_explained_and_is_no_failure_of_the_hub() {
        JsonNode refused = full.path("started").get(0);
        assertThat(refused.path("refused").asInt()).as(refused.toString()).isEqualTo(409);
        assertThat(refused.path("shown").asText())
                .startsWith("No GPU slice is free for GPU SL7 (MIG 10 GB, formerly T4)");
        // JupyterHub adds one for every exception of a start.
        assertThat(refused.path("failure_count").asInt()).isEqualTo(-1);
        assertThat(refused.path("form").asText()).contains("GPU SL7 (MIG 10 GB, formerly T4) (no slice free now)");
        assertThat(full.path("started").get(1).path("pod").asText()).isEqualTo("jupyter-eve");
        assertThat(answer.path("started").get(0).path("form").asText()).doesNotContain("no slice free");
    }

    @Test
    void each_service_has_the_scopes_that_it_needs_and_no_other() {
        JsonNode services = answer.path("traits").path("services");
        assertThat(texts(services.path("prometheus"))).containsExactly("read:metrics");
        assertThat(texts(services.path("gpu-culler")))
                .containsExactly("delete:servers", "list:users", "read:servers", "read:users:activity");
        services.properties().forEach(service -> assertThat(texts(service.getValue()))
                .as(service.getKey())
                .noneMatch(scope -> scope.startsWith("admin") && !scope.equals("admin:users")));
    }

    @Test
    void the_rescue_notebook_mounts_the_home_aside() {
        JsonNode mounts = answer.path("started")
                .get(1)
                .path("manifest")
                .path("spec")
                .path("containers")
                .get(0)
                .path("volumeMounts");
        assertThat(mounts).hasSize(1);
        assertThat(mounts.get(0).path("mountPath").asText()).isEqualTo("/tmphome");
    }

    @Test
    void a_server_mounts_what_the_users_groups_have_and_nothing_else() {
        JsonNode spec = answer.path("started").get(4).path("manifest").path("spec");
        var mounts = new TreeMap<String, JsonNode>();
        spec.path("containers")
                .get(0)
                .path("volumeMounts")
                .forEach(mount -> mounts.put(mount.path("mountPath").asText(), mount));
        assertThat(mounts.keySet())
                .containsExactly(
                        "/cvmfs/cms-lpc.opensciencegrid.org",
                        "/cvmfs/cms.cern.ch",
                        "/cvmfs/unpacked.cern.ch",
                        "/etc/dask-batch",
                        "/home/jovyan",
                        "/home/jovyan/examples/cms-lpc",
                        "/uscms_data");
        JsonNode software = mounts.get("/cvmfs/cms.cern.ch");
        assertThat(software.path("mountPropagation").asText()).isEqualTo("HostToContainer");
        assertThat(software.path("subPath").asText()).isEqualTo("cms.cern.ch");
        assertThat(software.path("readOnly").asBoolean()).isTrue();
        assertThat(mounts.get("/uscms_data").path("readOnly").asBoolean()).isFalse();
        assertThat(spec.path("volumes").findValuesAsText("claimName"))
                .containsExactlyInAnyOrder("claim-leo", "cvmfs", "examples", "nfs-uscms-data");
        JsonNode examples = mounts.get("/home/jovyan/examples/cms-lpc");
        assertThat(examples.path("readOnly").asBoolean()).isTrue();
        assertThat(examples.path("subPath").asText()).isEqualTo("cms-lpc");
        // Bound claims, or the scheduler would have left it pending.
        assertThat(spec.path("nodeName").asText()).isNotEmpty();
    }

    @Test
    void what_brings_the_examples_is_admitted_and_finds_its_volume() {
        try (var client = AccountKubeconfig.client(kubeconfig())) {
            var cronJob = client.batch()
                    .v1()
                    .cronjobs()
                    .inNamespace("jupyterhub")
                    .withName("examples")
                    .require();
            var job = new JobBuilder()
                    .withNewMetadata()
                    .withName("examples-at-once")
                    .endMetadata()
                    .withSpec(cronJob.getSpec().getJobTemplate().getSpec())
                    .build();
            var jobs = client.batch().v1().jobs().inNamespace("jupyterhub");
            jobs.resource(job).create();
            try {
                var pods = client.pods().inNamespace("jupyterhub").withLabel("job-name", "examples-at-once");
                pods.waitUntilCondition(pod -> pod != null && pod.getSpec().getNodeName() != null, 1, TimeUnit.MINUTES);
                assertThat(pods.list().getItems()).hasSize(1);
            } finally {
                jobs.withName("examples-at-once").delete();
            }
        }
    }

    @Test
    void a_server_knows_where_dask_gateway_is() {
        var environment = new TreeMap<String, String>();
        answer.path("started")
                .get(4)
                .path("manifest")
                .path("spec")
                .path("containers")
                .get(0)
                .path("env")
                .forEach(variable -> environment.put(
                        variable.path("name").asText(), variable.path("value").asText()));
        assertThat(environment)
                .containsEntry("DASK_GATEWAY__ADDRESS", "http://traefik-dask-gateway.dask-gateway")
                .containsEntry("DASK_GATEWAY__PROXY_ADDRESS", "gateway://traefik-dask-gateway.dask-gateway:8786")
                .containsEntry("DASK_GATEWAY__AUTH__TYPE", "jupyterhub");
    }

    @Test
    void a_user_sees_the_collaborations_of_their_groups_and_no_other() {
        String form = answer.path("started").get(1).path("form").asText();
        assertThat(form).contains("LBNF/DUNE/ProtoDUNE", "Fermi generic").doesNotContain("CMS LPC", "ACORN");
        assertThat(answer.path("started").get(3).path("failed").asText()).contains("No such profile: cms-lpc");
    }

    @Test
    void a_user_in_no_group_is_told_so_and_starts_nothing() {
        JsonNode refused = answer.path("started").get(2);
        assertThat(refused.path("refused").asInt()).isEqualTo(403);
        assertThat(refused.path("message").asText()).contains("none of the groups");
    }

    private static void writeConfiguration(Path folder) throws IOException {
        var checked = CheckedFacility.read(Path.of(""), Environment.DEV, true);
        var hub = checked.stacks().stream()
                .filter(stack -> stack.name().equals("jupyterhub"))
                .findFirst()
                .orElseThrow();
        HubFolder.write(folder, hub, checked.facility().secrets());
    }

    private Path kubeconfig() {
        return project.root().resolve(".facility/dev/twin/kubeconfig");
    }

    private static List<String> texts(JsonNode list) {
        var texts = new java.util.ArrayList<String>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
