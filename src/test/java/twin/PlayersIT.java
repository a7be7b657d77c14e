package twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cli.ScratchProject;
import facility.ClusterPolicy;
import facility.GpuService;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import stacks.gpu.OperatorSettings;
import stacks.gpu.ServiceDoor;
import toolchain.Cache;
import toolchain.Progress;
import toolchain.Toolchain;
import twin.play.Script;

/** What the twin judges and plays as OKD, Ceph and the GPU operator would. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlayersIT {
    private static final int PATIENCE_SECONDS = 30;

    /** Without it the client takes a text that starts with a brace for JSON. */
    private static final String DOCUMENT = "---\n";

    private static final String SLICES = "nvidia.com/mig-1g.10gb";
    private static final Map<String, String> A100 = Map.of(
            "nvidia.com/gpu.present", "true",
            "nvidia.com/gpu.product", "NVIDIA-A100-SXM4-80GB",
            "nvidia.com/gpu.count", "1");
    private static final Map<String, String> T4 = Map.of(
            "nvidia.com/gpu.present", "true",
            "nvidia.com/gpu.product", "Tesla-T4",
            "nvidia.com/gpu.count", "2",
            "nvidia.com/mig.capable", "false");
    private static final Map<String, String> NODE = Map.of("cpu", "8", "memory", "32Gi", "pods", "50");
    private static final Setting SETTING = new Setting(
            List.of(
                    new SimulatedNode("worker-0", Map.of(), NODE),
                    new SimulatedNode("gpu-0", A100, NODE),
                    new SimulatedNode("gpu-1", A100, NODE),
                    new SimulatedNode("gpu-2", A100, NODE),
                    new SimulatedNode("t4-0", T4, NODE)),
            new Script("apps.example.org", Map.of("rbd", new BigDecimal(3L << 30)), "mig-parted", "sharing"));

    private ScratchProject project;
    private KubernetesClient client;

    @BeforeAll
    void start() {
        project = ScratchProject.create("players");
        var toolchain = new Toolchain(project.root(), Cache.ofUser(), new Progress(System.err));
        var twin = new Twin("dev", project.root(), toolchain);
        twin.start(SETTING);
        client = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(twin.kubeconfig().toFile()))
                .build();
        client.resource(
                        """
                        apiVersion: storage.k8s.io/v1
                        kind: StorageClass
                        metadata: {name: rbd}
                        provisioner: rook-ceph.rbd.csi.ceph.com
                        reclaimPolicy: Delete
                        """)
                .create();
        client.resource(
                        """
                        apiVersion: v1
                        kind: ConfigMap
                        metadata: {name: mig-parted, namespace: nvidia-gpu-operator}
                        data:
                          config.yaml: |
                            version: v1
                            mig-configs:
                              all-disabled:
                              - {devices: all, mig-enabled: false}
                              all-1g.10gb:
                              - {devices: all, mig-enabled: true, mig-devices: {1g.10gb: 7}}
                              too-much:
                              - {devices: all, mig-enabled: true, mig-devices: {3g.40gb: 3}}
                        """)
                .create();
    }

    @AfterAll
    void end() {
        client.close();
        project.close();
    }

    @Test
    void each_namespace_gets_a_range_of_ids_of_its_own() {
        long first = lowestId(namespace("range-one"));
        long second = lowestId(namespace("range-two"));
        assertThat(first).isGreaterThanOrEqualTo(1_000_000_000L);
        assertThat(Math.abs(first - second)).isGreaterThanOrEqualTo(10_000L);
    }

    @Test
    void a_pod_that_names_no_id_is_let_in_and_runs() {
        namespace("plain");
        create(pod("plain", "pod", ""));
        assertThat(running("plain", "pod").getStatus().getPhase()).isEqualTo("Running");
    }

    @Test
    void a_pod_with_uid_1000_is_refused_in_okds_words() {
        long low = lowestId(namespace("uid"));
        assertThat(refusal(pod("uid", "pod", "securityContext: {runAsUser: 1000}")))
                .contains("unable to validate against any security context constraint")
                .contains(
                        "runAsUser: Invalid value: 1000: must be in the ranges: [" + low + ", " + (low + 9_999) + "]");
    }

    @Test
    void a_uid_of_the_namespaces_range_is_let_in() {
        long low = lowestId(namespace("uid-in-range"));
        create(pod("uid-in-range", "pod", "securityContext: {runAsUser: " + (low + 5) + "}"));
        assertThat(running("uid-in-range", "pod").getStatus().getPhase()).isEqualTo("Running");
    }

    @Test
    void an_fs_group_a_capability_a_host_path_and_a_privilege_are_refused() {
        namespace("refused");
        assertThat(refusal(pod("refused", "group", "securityContext: {fsGroup: 100}")))
                .contains("fsGroup: Invalid value: 100");
        assertThat(refusal(container("refused", "capability", "{capabilities: {add: [NET_ADMIN]}}")))
                .contains("capabilities.add");
        assertThat(refusal(container("refused", "privileged", "{privileged: true}")))
                .contains("privileged: Invalid value: true");
        assertThat(refusal(pod("refused", "path", "volumes: [{name: host, hostPath: {path: /etc}}]")))
                .contains("volumes: Invalid value: host");
        assertThat(refusal(pod("refused", "nfs", "volumes: [{name: home, nfs: {server: n.example.org, path: /}}]")))
                .contains("volumes: Invalid value: home");
        assertThat(refusal(pod("refused", "network", "hostNetwork: true"))).contains("hostNetwork");
    }

    @Test
    void an_account_that_may_use_nonroot_v2_may_have_uid_1000_but_not_root() {
        namespace("granted");
        create("{apiVersion: v1, kind: ServiceAccount, metadata: {name: fixed, namespace: granted}}");
        create(
                """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: Role
                metadata: {name: nonroot, namespace: granted}
                rules:
                - {apiGroups: [security.openshift.io], resources: [securitycontextconstraints], resourceNames: [nonroot-v2], verbs: [use]}
                """);
        create(
                """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: RoleBinding
                metadata: {name: nonroot, namespace: granted}
                roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: nonroot}
                subjects: [{kind: ServiceAccount, name: fixed, namespace: granted}]
                """);
        create(pod("granted", "pod", "serviceAccountName: fixed\n  securityContext: {runAsUser: 1000}"));
        assertThat(refusal(pod("granted", "root", "serviceAccountName: fixed\n  securityContext: {runAsUser: 0}")))
                .contains("runAsUser");
        assertThat(refusal(pod("granted", "other", "securityContext: {runAsUser: 1000}")))
                .contains("runAsUser");
    }

    @Test
    void the_older_of_two_routes_keeps_the_host_and_its_death_admits_the_younger() {
        namespace("older");
        namespace("younger");
        create(route("older"));
        assertThat(admission("older")).isEqualTo("True");
        create(route("younger"));
        assertThat(admission("younger")).isEqualTo("False");
        Map<String, String> condition = condition("younger");
        assertThat(condition)
                .containsEntry("reason", "HostAlreadyClaimed")
                .extractingByKey("message")
                .asString()
                .contains("older/shop");

        client.genericKubernetesResources("route.openshift.io/v1", "Route")
                .inNamespace("older")
                .withName("shop")
                .delete();
        await(
                client.genericKubernetesResources("route.openshift.io/v1", "Route")
                        .inNamespace("younger")
                        .withName("shop"),
                route -> "True".equals(route.get("status", "ingress", 0, "conditions", 0, "status")));
    }

    @Test
    void claims_are_bound_within_the_classs_capacity_and_stay_pending_beyond() {
        namespace("claims");
        create(claim("claims", "first", "2Gi"));
        await(claims("first"), claim -> "Bound".equals(claim.getStatus().getPhase()));

        create(claim("claims", "second", "2Gi"));
        client.v1()
                .events()
                .inNamespace("claims")
                .withName("second.provisioningfailed")
                .waitUntilCondition(event -> event != null, PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(claims("second").get().getStatus().getPhase()).isEqualTo("Pending");

        claims("first").delete();
        await(claims("second"), claim -> "Bound".equals(claim.getStatus().getPhase()));
    }

    @Test
    void a_new_gpu_node_has_all_disabled_under_the_operators_own_manager() {
        Node node = await(client.nodes().withName("gpu-1"), found -> label(found, "nvidia.com/mig.config") != null);
        assertThat(label(node, "nvidia.com/mig.config")).isEqualTo("all-disabled");
        assertThat(node.getMetadata().getManagedFields()).anySatisfy(entry -> {
            assertThat(entry.getManager()).isEqualTo("gpu-operator");
            assertThat(entry.getFieldsV1().getAdditionalProperties().toString()).contains("nvidia.com/mig.config");
        });
        var conflict =
                catchThrowableOfType(KubernetesClientException.class, () -> layout("gpu-1", "all-1g.10gb", false));
        assertThat(conflict.getCode()).isEqualTo(409);
        assertThat(conflict.getMessage()).contains("gpu-operator");
    }

    /** One node through its whole life, because each step starts from the one before. */
    @Test
    void a_layout_cuts_the_card_a_wrong_one_fails_and_without_one_the_card_is_whole_again() {
        layout("gpu-0", "all-1g.10gb", true);
        Node cut = await(client.nodes().withName("gpu-0"), node -> state(node, "success") && slices(node) == 7);
        assertThat(cut.getStatus().getAllocatable()).containsKey(SLICES);
        theEighthSliceIsNotScheduled();
        anotherFileUnderTheSameNameChangesNothing();

        layout("gpu-0", "too-much", true);
        await(client.nodes().withName("gpu-0"), node -> state(node, "failed") && slices(node) == 0);

        // What down does: the declaration's fields are taken away, and the operator puts its own default.
        client.nodes()
                .withName("gpu-0")
                .patch(
                        PatchContext.of(PatchType.STRATEGIC_MERGE),
                        "{\"metadata\": {\"labels\": {\"nvidia.com/mig.config\": null}}}");
        Node whole = await(
                client.nodes().withName("gpu-0"),
                node -> "all-disabled".equals(label(node, "nvidia.com/mig.config")) && state(node, "success"));
        assertThat(whole.getStatus().getAllocatable().get("nvidia.com/gpu").getAmount())
                .isEqualTo("1");
    }

    /** The second node asks for the changed part after the change: so the player has seen it. */
    private void anotherFileUnderTheSameNameChangesNothing() {
        var file = client.configMaps().inNamespace("nvidia-gpu-operator").withName("mig-parted");
        file.edit(map -> {
            map.getData().computeIfPresent("config.yaml", (key, text) -> text.replace("{1g.10gb: 7}", "{1g.10gb: 6}"));
            return map;
        });
        layout("gpu-2", "all-1g.10gb", true);
        await(client.nodes().withName("gpu-2"), node -> state(node, "success") && slices(node) == 6);
        assertThat(slices(client.nodes().withName("gpu-0").get())).isEqualTo(7);
    }

    @Test
    void a_node_that_shares_offers_each_card_as_often_as_its_file_says() {
        var node = client.nodes().withName("t4-0");
        await(node, found -> "2".equals(offered(found, "nvidia.com/gpu")));
        assertThat(node.get().getMetadata().getLabels()).doesNotContainKey("nvidia.com/mig.config");
        create(
                """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: sharing, namespace: nvidia-gpu-operator}
                data:
                  time-slicing-4-shared: |
                    version: v1
                    sharing: {timeSlicing: {renameByDefault: true, resources: [{name: nvidia.com/gpu, replicas: 4}]}}
                """);
        node.patch(
                PatchContext.of(PatchType.STRATEGIC_MERGE),
                "{\"metadata\": {\"labels\": {\"nvidia.com/device-plugin.config\": \"time-slicing-4-shared\"}}}");
        Node shared = await(node, found -> "8".equals(offered(found, "nvidia.com/gpu.shared")));
        assertThat(offered(shared, "nvidia.com/gpu")).isNull();
    }

    @Test
    void a_service_with_gpus_elsewhere_has_its_addresses_behind_it_and_none_of_the_nodes_own() {
        namespace("elsewhere");
        door("farm", List.of("192.0.2.20", "192.0.2.21")).objects().forEach(object -> client.resource(object)
                .create());
        var slice = client.discovery()
                .v1()
                .endpointSlices()
                .inNamespace("elsewhere")
                .withName("farm-outside")
                .get();
        assertThat(slice.getEndpoints())
                .extracting(endpoint -> endpoint.getAddresses().get(0))
                .containsExactly("192.0.2.20", "192.0.2.21");
        var own = door("own", List.of("127.0.0.1")).objects().get(1);
        var refused = catchThrowableOfType(
                KubernetesClientException.class, () -> client.resource(own).create());
        assertThat(refused.getCode()).isEqualTo(422);
    }

    private static ServiceDoor door(String name, List<String> addresses) {
        var service = new GpuService(
                name,
                GpuService.Protocol.HTTP,
                false,
                8000,
                Optional.empty(),
                Optional.empty(),
                Optional.of(addresses),
                "FARM_URL",
                List.of("elsewhere"),
                Optional.empty());
        return new ServiceDoor(service, "elsewhere");
    }

    @Test
    void the_operators_own_object_is_there_to_be_told_what_the_facilitys_files_are() {
        var policies = client.genericKubernetesResources("nvidia.com/v1", "ClusterPolicy");
        var told = OperatorSettings.of(new ClusterPolicy("gpu-cluster-policy", true), "mig-parted", true);
        told.getMetadata().setAnnotations(null);
        client.resource(told)
                .patch(
                        new PatchContext.Builder()
                                .withPatchType(PatchType.SERVER_SIDE_APPLY)
                                .withFieldManager("facility")
                                .withForce(true)
                                .build(),
                        told);
        var policy = policies.withName("gpu-cluster-policy").get();
        assertThat(policy.<String>get("spec", "mig", "strategy")).isEqualTo("mixed");
        assertThat(policy.<String>get("spec", "migManager", "config", "name")).isEqualTo("mig-parted");
        assertThat(policy.<String>get("spec", "operator", "defaultRuntime")).isEqualTo("crio");
    }

    private static String offered(Node node, String resource) {
        var amount = node.getStatus().getAllocatable().get(resource);
        return amount == null ? null : amount.getAmount();
    }

    private void theEighthSliceIsNotScheduled() {
        namespace("slices");
        create(
                """
                apiVersion: v1
                kind: ResourceQuota
                metadata: {name: quota, namespace: slices}
                spec: {hard: {requests.nvidia.com/mig-1g.10gb: "8"}}
                """);
        for (int number = 0; number < 7; number++) {
            create(sliced("slice-" + number));
            running("slices", "slice-" + number);
        }
        create(sliced("slice-7"));
        Pod waiting = await(
                client.pods().inNamespace("slices").withName("slice-7"), pod -> pod.getStatus().getConditions().stream()
                        .anyMatch(condition -> "Unschedulable".equals(condition.getReason())));
        assertThat(waiting.getStatus().getConditions().toString()).contains("Insufficient " + SLICES);
        // A count that the controller made before the eighth came would let one more in.
        client.resourceQuotas()
                .inNamespace("slices")
                .withName("quota")
                .waitUntilCondition(
                        quota -> "8"
                                .equals(String.valueOf(
                                        quota.getStatus().getUsed().get("requests." + SLICES))),
                        PATIENCE_SECONDS,
                        TimeUnit.SECONDS);
        assertThat(refusal(sliced("slice-8")))
                .contains("exceeded quota: quota, requested: requests.nvidia.com/mig-1g.10gb=1, used:"
                        + " requests.nvidia.com/mig-1g.10gb=8, limited: requests.nvidia.com/mig-1g.10gb=8");
    }

    @Test
    void a_pod_whose_node_was_lost_for_a_while_is_ready_again() {
        namespace("ready");
        create(pod("ready", "pod", ""));
        running("ready", "pod");
        client.pods().inNamespace("ready").withName("pod").editStatus(pod -> {
            pod.getStatus().getConditions().stream()
                    .filter(condition -> condition.getType().equals("Ready"))
                    .forEach(condition -> condition.setStatus("False"));
            return pod;
        });
        await(client.pods().inNamespace("ready").withName("pod"), pod -> pod.getStatus().getConditions().stream()
                .anyMatch(condition -> condition.getType().equals("Ready") && "True".equals(condition.getStatus())));
    }

    private io.fabric8.kubernetes.api.model.Namespace namespace(String name) {
        create("{apiVersion: v1, kind: Namespace, metadata: {name: " + name + "}}");
        var ready = await(
                client.namespaces().withName(name),
                found -> found.getMetadata().getAnnotations() != null
                        && found.getMetadata().getAnnotations().containsKey("openshift.io/sa.scc.uid-range"));
        client.serviceAccounts()
                .inNamespace(name)
                .withName("default")
                .waitUntilCondition(account -> account != null, PATIENCE_SECONDS, TimeUnit.SECONDS);
        return ready;
    }

    private static long lowestId(io.fabric8.kubernetes.api.model.Namespace namespace) {
        String range = namespace.getMetadata().getAnnotations().get("openshift.io/sa.scc.uid-range");
        return Long.parseLong(range.substring(0, range.indexOf('/')));
    }

    private void layout(String node, String layout, boolean force) {
        var labels = client.resource(DOCUMENT + "{apiVersion: v1, kind: Node, metadata: {name: " + node
                + ", labels: {nvidia.com/mig.config: " + layout + "}}}");
        labels.patch(
                new PatchContext.Builder()
                        .withPatchType(PatchType.SERVER_SIDE_APPLY)
                        .withFieldManager("facility")
                        .withForce(force)
                        .build(),
                labels.item());
    }

    private static String label(Node node, String key) {
        return node.getMetadata().getLabels().get(key);
    }

    private static boolean state(Node node, String state) {
        return state.equals(label(node, "nvidia.com/mig.config.state"));
    }

    private static int slices(Node node) {
        var amount = node.getStatus().getAllocatable().get(SLICES);
        return amount == null ? 0 : Integer.parseInt(amount.getAmount());
    }

    private io.fabric8.kubernetes.client.dsl.Resource<PersistentVolumeClaim> claims(String name) {
        return client.persistentVolumeClaims().inNamespace("claims").withName(name);
    }

    private Map<String, String> condition(String namespace) {
        Map<String, String> condition = client.genericKubernetesResources("route.openshift.io/v1", "Route")
                .inNamespace(namespace)
                .withName("shop")
                .get()
                .get("status", "ingress", 0, "conditions", 0);
        return condition;
    }

    private String admission(String namespace) {
        await(
                client.genericKubernetesResources("route.openshift.io/v1", "Route")
                        .inNamespace(namespace)
                        .withName("shop"),
                route -> route.get("status", "ingress", 0, "conditions", 0) != null);
        return condition(namespace).get("status");
    }

    private Pod running(String namespace, String name) {
        return await(client.pods().inNamespace(namespace).withName(name), pod -> "Running"
                .equals(pod.getStatus().getPhase()));
    }

    private static <T extends HasMetadata> T await(
            io.fabric8.kubernetes.client.dsl.Resource<T> resource, Predicate<T> condition) {
        return resource.waitUntilCondition(
                found -> found != null && condition.test(found), PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private void create(String yaml) {
        client.resource(DOCUMENT + yaml).create();
    }

    private String refusal(String yaml) {
        var refused = catchThrowableOfType(KubernetesClientException.class, () -> create(yaml));
        assertThat(refused)
                .as("accepted, though it should have been refused:\n%s", yaml)
                .isNotNull();
        assertThat(refused.getCode()).isEqualTo(403);
        return refused.getMessage();
    }

    private static String pod(String namespace, String name, String more) {
        return """
                apiVersion: v1
                kind: Pod
                metadata: {name: %s, namespace: %s}
                spec:
                  containers: [{name: main, image: registry.example.org/main}]
                  %s
                """
                .formatted(name, namespace, more);
    }

    private static String container(String namespace, String name, String security) {
        return """
                apiVersion: v1
                kind: Pod
                metadata: {name: %s, namespace: %s}
                spec:
                  containers: [{name: main, image: registry.example.org/main, securityContext: %s}]
                """
                .formatted(name, namespace, security);
    }

    private static String sliced(String name) {
        return """
                apiVersion: v1
                kind: Pod
                metadata: {name: %s, namespace: slices}
                spec:
                  containers:
                  - name: main
                    image: registry.example.org/main
                    resources: {limits: {nvidia.com/mig-1g.10gb: 1}}
                """
                .formatted(name);
    }

    private static String claim(String namespace, String name, String size) {
        return """
                apiVersion: v1
                kind: PersistentVolumeClaim
                metadata: {name: %s, namespace: %s}
                spec: {storageClassName: rbd, accessModes: [ReadWriteOnce], resources: {requests: {storage: %s}}}
                """
                .formatted(name, namespace, size);
    }

    private static String route(String namespace) {
        return """
                apiVersion: route.openshift.io/v1
                kind: Route
                metadata: {name: shop, namespace: %s}
                spec: {host: shop.example.org, to: {kind: Service, name: shop}}
                """
                .formatted(namespace);
    }
}
