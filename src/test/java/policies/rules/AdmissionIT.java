package policies.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cli.AccountKubeconfig;
import cli.DevIsUp;
import cli.ScratchProject;
import facility.Environment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yaml.snakeyaml.Yaml;
import policies.AtAdmission;
import policies.FacilityPack;
import policy.Judge;
import policy.Lease;
import policy.Level;
import policy.Pack;
import policy.Run;
import stacks.CheckedFacility;
import stacks.cluster.AdmissionStack;

/** The rules at the API server of a facility that is up: the same objects refused as by the pack, in the same words. */
@ExtendWith(DevIsUp.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdmissionIT {
    /** Without it the client takes a text that starts with a brace for JSON. */
    private static final String DOCUMENT = "---\n";

    private static final String SAFE =
            "securityContext: {allowPrivilegeEscalation: false, runAsNonRoot: true, capabilities: {drop: [ALL]},"
                    + " seccompProfile: {type: RuntimeDefault}}";
    private static final String REQUESTS = "resources: {requests: {cpu: 100m, memory: 64Mi}}";
    private static final String IMAGE = "image: registry.example.org/eaf/al9:2026.11";

    private KubernetesClient client;
    private Pack pack;
    private CheckedFacility checked;

    @BeforeAll
    void connect(ScratchProject project) {
        client = AccountKubeconfig.client(project.root().resolve(".facility/dev/twin/kubeconfig"));
        checked = CheckedFacility.read(Path.of(""), Environment.DEV, true);
        pack = new FacilityPack(Path.of("").toAbsolutePath(), Clock.systemUTC()).of(checked.facility());
    }

    @AfterAll
    void end() {
        client.close();
    }

    @Test
    void what_keeps_the_rules_is_let_in() {
        for (String kept : List.of(
                deployment(IMAGE + "\n" + SAFE + "\n" + REQUESTS, ""),
                deployment(
                        "image: quay.io/jupyterhub/k8s-hub@sha256:" + "0".repeat(64) + "\n" + SAFE + "\nresources:"
                                + " {limits: {cpu: 1, memory: 1Gi}}\nenv: [{name: TOKEN, value: /etc/token}]",
                        ""),
                pod(IMAGE + "\n" + SAFE + "\n" + REQUESTS),
                cronJob(IMAGE + "\n" + SAFE + "\n" + REQUESTS),
                role("resources: [pods]"),
                binding("view", "ada"),
                configMap(
                        "run.py: |\n  # password = 'of somebody'\n  token = read('/etc/token')\npassword: /etc/secret"),
                configMap("big: " + "x".repeat(500_000)),
                route("tls: {termination: edge, insecureEdgeTerminationPolicy: Redirect}"))) {
            client.resource(DOCUMENT + kept).dryRun().create();
            assertThat(found(kept)).as(kept).isEmpty();
        }
    }

    @Test
    void each_rule_refuses_what_the_pack_refuses_in_the_same_words() {
        String rest = SAFE + "\n" + REQUESTS;
        var cases = new LinkedHashMap<String, String>();
        cases.put("a tag that moves", deployment("image: quay.io/jupyterhub/k8s-hub:LATEST\n" + rest, ""));
        cases.put("a name for a tag", pod("image: quay.io/jupyterhub/k8s-hub:noble\n" + rest));
        cases.put("a number that moves", pod("image: quay.io/jupyterhub/k8s-hub:4-LATEST\n" + rest));
        cases.put("a passphrase", pod(IMAGE + "\n" + rest + "\nenv: [{name: KEY_PASSPHRASE, value: hunter2hunter2}]"));
        cases.put("no tag", cronJob("image: ghcr.io/dask/dask-gateway-server\n" + rest));
        cases.put("another registry", deployment("image: quay.io/jupyterhub-else/hub:1\n" + rest, ""));
        cases.put("Docker Hub without saying so", deployment("image: busybox:1.36\n" + rest, ""));
        cases.put("a pod by hand", pod("image: someone/tool:1\n" + rest));
        cases.put("no requests", deployment(IMAGE + "\n" + SAFE, ""));
        cases.put("a limit of one only", cronJob(IMAGE + "\n" + SAFE + "\nresources: {limits: {cpu: 1}}"));
        cases.put(
                "the node's namespaces and files",
                deployment(
                        IMAGE + "\n" + rest, "hostPID: true\nvolumes: [{name: docker, hostPath: {path: /var/run}}]"));
        cases.put(
                "privilege",
                deployment(IMAGE + "\n" + REQUESTS + "\nsecurityContext: {privileged: true, runAsUser: 0}", ""));
        cases.put(
                "capabilities and a port",
                deployment(
                        IMAGE + "\n" + REQUESTS + "\nports: [{containerPort: 80, hostPort: 80}]\nsecurityContext:"
                                + " {allowPrivilegeEscalation: true, runAsNonRoot: false, capabilities: {add: [SYS_ADMIN,"
                                + " NET_BIND_SERVICE]}}",
                        ""));
        cases.put(
                "a secret by its name",
                deployment(IMAGE + "\n" + rest + "\nenv: [{name: DB_PASSWORD, value: hunter2hunter2}]", ""));
        cases.put(
                "a secret by its form",
                deployment(IMAGE + "\n" + rest + "\nenv: [{name: DB, value: \"postgres://hub:s3cret@db/hub\"}]", ""));
        cases.put("a secret by its key", configMap("password: hunter2hunter2"));
        cases.put("a private key", configMap("notes: \"see -----BEGIN RSA PRIVATE KEY----- below\""));
        cases.put(
                "a secret in a program",
                configMap("run.py: |\n  a = 1\n  c.Hub.api_token = 'hunter2hunter2'\n  b = 2"));
        cases.put("a wildcard", role("resources: [pods, \"*\"]"));
        cases.put("rights past its own", role("resources: [roles]").replace("[get]", "[get, escalate, bind]"));
        cases.put("a request of nothing", pod(IMAGE + "\n" + SAFE + "\nresources: {requests: {cpu: 0m, memory: 1Gi}}"));
        cases.put(
                "every system call",
                deployment(IMAGE + "\n" + rest, "securityContext: {seccompProfile: {type: Unconfined}}")
                        .replace(", seccompProfile: {type: RuntimeDefault}", ""));
        cases.put("an administrator's role", binding("admin", "ada"));
        cases.put("a role for everybody", binding("view", "system:authenticated"));
        cases.put("no TLS", route(""));
        cases.put("half TLS", route("tls: {termination: edge, insecureEdgeTerminationPolicy: Allow}"));

        cases.forEach((name, object) -> {
            String refused = refusal(object);
            System.out.printf("policy tried at admission: %-32s %s%n", name, refused);
            assertThat(Arrays.asList(refused.substring(refused.indexOf(": ", refused.indexOf("denied request")) + 2)
                            .split(" \\| ")))
                    .as(name)
                    .isNotEmpty()
                    .containsExactlyInAnyOrderElementsOf(found(object));
        });
    }

    @Test
    void a_namespace_keeps_the_label_of_its_owner() {
        var refused = catchThrowableOfType(
                KubernetesClientException.class,
                () -> client.namespaces().withName("dune-analysis").edit(namespace -> {
                    namespace.getMetadata().getLabels().remove("facility/owner");
                    return namespace;
                }));
        assertThat(refused.getMessage())
                .contains("'namespace-names-owner.facility'")
                .contains("Namespace dune-analysis: lacks a label, facility/owner; a value for it; declare owner and");
    }

    /** By kubectl, whose words are all that a person sees. */
    @Test
    void kubectl_says_what_is_wrong_and_how_to_mend_it(ScratchProject project) throws java.io.IOException {
        Path file = project.root().resolve("refused-route.yaml");
        java.nio.file.Files.writeString(file, route(""));
        var ended =
                project.shell("PATH=\"$PATH:$(dirname \"$(ls -d ~/.cache/facility/toolchain/*/kubectl-*/kubectl)\")\";"
                        + " kubectl --kubeconfig .facility/dev/twin/kubeconfig apply --server-side -f " + file);
        java.nio.file.Files.delete(file);
        assertThat(ended.exit()).as(ended.output()).isNotZero();
        assertThat(ended.output())
                .contains("ValidatingAdmissionPolicy 'routes-have-tls.facility'")
                .contains(
                        "Route dune-analysis/tried: carries no TLS, no termination; one of edge, reencrypt, passthrough;"
                                + " set spec.tls.termination");
    }

    @Test
    void other_namespaces_are_nobodys_business() {
        client.resource(DOCUMENT + role("resources: [\"*\"]").replace("namespace: dune-analysis", "namespace: default"))
                .dryRun()
                .create();
    }

    @Test
    void a_leased_object_passes_and_no_other() {
        var rule = pack.rule("rbac-is-narrow").orElseThrow();
        var admission = ((RbacIsNarrow) rule)
                .admission(pack.settings().get("rbac-is-narrow"))
                .orElseThrow();
        var lease = new Lease("Role default/tried", "rbac-is-narrow", "ada", "a try", LocalDate.of(2199, 12, 31));
        var leased = new AtAdmission(rule.about(), Level.MANDATORY, admission, List.of("default"), List.of(lease));
        var objects = new AdmissionStack(List.of(leased), List.of()).objects();
        String other = role("resources: [\"*\"]")
                .replace("namespace: dune-analysis", "namespace: default")
                .replace("name: tried", "name: other");
        try {
            objects.forEach(declared -> {
                declared.object().getMetadata().setName("leased.test");
                if (declared.object()
                        instanceof
                        io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicyBinding
                        binding) {
                    binding.getSpec().setPolicyName("leased.test");
                }
                client.resource(declared.object()).create();
            });
            // The API server looks at its policies about once a second.
            long until = System.nanoTime() + java.time.Duration.ofSeconds(30).toNanos();
            boolean refused = false;
            while (!refused && System.nanoTime() < until) {
                refused = catchThrowableOfType(
                                KubernetesClientException.class,
                                () -> client.resource(DOCUMENT + other).dryRun().create())
                        != null;
            }
            assertThat(refused).isTrue();
            client.resource(DOCUMENT + other.replace("name: other", "name: tried"))
                    .dryRun()
                    .create();
        } finally {
            objects.forEach(declared -> client.resource(declared.object()).delete());
        }
    }

    @Test
    void what_a_controller_makes_from_a_judged_object_is_let_in() {
        var phases = client.pods().inNamespace("jupyterhub").list().getItems().stream()
                .map(pod -> pod.getStatus().getPhase())
                .toList();
        // A scheduled job's pod may have come and ended by now.
        assertThat(phases).contains("Running").isSubsetOf("Running", "Succeeded", "Pending");
    }

    private String refusal(String object) {
        var refused = catchThrowableOfType(
                KubernetesClientException.class,
                () -> client.resource(DOCUMENT + object).dryRun().create());
        assertThat(refused).as("let in: " + object).isNotNull();
        assertThat(refused.getCode()).as(refused.getMessage()).isEqualTo(403);
        return refused.getStatus().getMessage();
    }

    /** What the pack's rules say of it; an index is not known at the API server. */
    private List<String> found(String object) {
        Map<?, ?> fields = new Yaml().load(object);
        return new Judge(pack, Run.without("facility", "dev"), rule -> {})
                .resource(Asked.resource(fields, true, "twin/dev")).judgements().stream()
                        .filter(judgement ->
                                pack.rule(judgement.rule().id()).orElseThrow() instanceof policy.ResourceRule)
                        .map(judgement -> judgement.finding().toString().replaceAll("\\[[0-9]+]\\.", "[]."))
                        .toList();
    }

    private static String deployment(String container, String pod) {
        return ("kind: Deployment\napiVersion: apps/v1\nmetadata: {name: tried, namespace: dune-analysis}\nspec:\n"
                + "  selector: {matchLabels: {app: tried}}\n  template:\n    metadata: {labels: {app: tried}}\n"
                + spec(container, pod).indent(4));
    }

    private static String cronJob(String container) {
        return "kind: CronJob\napiVersion: batch/v1\nmetadata: {name: tried, namespace: dune-analysis}\nspec:\n"
                + "  schedule: '0 0 * * *'\n  jobTemplate:\n    spec:\n      template:\n"
                + spec(container, "restartPolicy: Never").indent(8);
    }

    private static String pod(String container) {
        return "kind: Pod\napiVersion: v1\nmetadata: {name: tried, namespace: dune-analysis}\n" + spec(container, "");
    }

    private static String spec(String container, String pod) {
        return "spec:\n" + pod.indent(2) + "  containers:\n    - name: main\n" + container.indent(6);
    }

    private static String configMap(String data) {
        return "kind: ConfigMap\napiVersion: v1\nmetadata: {name: tried, namespace: dune-analysis}\ndata:\n"
                + data.indent(2);
    }

    private static String role(String rule) {
        return "kind: Role\napiVersion: rbac.authorization.k8s.io/v1\nmetadata: {name: tried, namespace: dune-analysis}\n"
                + "rules:\n  - apiGroups: ['']\n    verbs: [get]\n" + rule.indent(4);
    }

    private static String binding(String role, String subject) {
        return "kind: RoleBinding\napiVersion: rbac.authorization.k8s.io/v1\n"
                + "metadata: {name: tried, namespace: dune-analysis}\n"
                + "roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: " + role + "}\n"
                + "subjects: [{apiGroup: rbac.authorization.k8s.io, kind: Group, name: '" + subject + "'}]\n";
    }

    private static String route(String tls) {
        return "kind: Route\napiVersion: route.openshift.io/v1\nmetadata: {name: tried, namespace: dune-analysis}\n"
                + "spec:\n  host: tried.example.org\n  to: {kind: Service, name: tried}\n" + tls.indent(2);
    }
}
