package cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import engine.HeldState;
import engine.OpenExport;
import engine.PulumiCommand;
import engine.Workspace;
import facility.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import target.ListedKind;
import target.Listing;
import target.Unmoved;
import toolchain.Program;

/** What a real API server's listing tells of changes by hand: every way of them, each of another object. */
@ExtendWith(DevIsUp.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListingIT {
    private ScratchProject project;
    private Project seen;
    private Workspace workspace;

    @BeforeAll
    void begin(ScratchProject shared) {
        project = shared;
        seen = new Project(shared.root());
        workspace = seen.workspace(Environment.DEV, On.TWIN);
        // Whatever others changed in it, and what they changed back by another hand than ours.
        up();
        for (String moved : moved(held())) {
            String[] object = moved.split("[ /]");
            kubectl("-n " + object[object.length - 2] + " delete " + object[0] + " " + object[object.length - 1]);
        }
        up();
    }

    private void up() {
        var up = project.facility("up", "dev", "--yes");
        assertThat(up.exit()).as(up.output()).isZero();
    }

    private HeldState held() {
        return OpenExport.of(new PulumiCommand(workspace, seen.toolchain())).held();
    }

    @Test
    void a_change_by_hand_of_any_kind_is_seen_and_shown_and_taken_back() throws IOException {
        HeldState held = held();
        assertThat(moved(held)).isEmpty();
        assertThat(Unmoved.all(workspace.target(), held.objects())).isTrue();
        assertThat(OtherProviders.areStill(held.others())).isTrue();

        kubectl("-n dask-gateway label configmap api-dask-gateway somebody=was-here");
        assertThat(moved(held)).as("what nobody declared").isEmpty();

        kubectl("-n lpc-analysis patch limitrange defaults --type=json -p"
                + " '[{\"op\":\"replace\",\"path\":\"/spec/limits/0/default/memory\",\"value\":\"3Gi\"}]'");
        kubectl("-n jupyterhub scale deployment data-lpc --replicas=3");
        kubectl("-n lpc-analysis label rolebinding owner-view app.kubernetes.io/part-of=other --overwrite");
        kubectl("-n dask-gateway label serviceaccount batch-monitor app.kubernetes.io/managed-by-");
        kubectl("-n dask-gateway annotate serviceaccount api-dask-gateway pulumi.com/patchFieldManager-");
        // As us: only that the entry's time moves tells of it.
        edited("-n dask-gateway get configmap batch-monitor", "apply --server-side --field-manager=facility", map -> {
            ((ObjectNode) map.path("metadata")).remove(List.of("managedFields", "resourceVersion", "uid"));
            ((ObjectNode) map.path("data"))
                    .properties()
                    .forEach(text ->
                            text.setValue(TextNode.valueOf(text.getValue().asText() + "\n")));
        });
        edited("-n lpc-coffea get resourcequota quota", "replace", quota -> ((ObjectNode) quota.at("/spec/hard"))
                .put("pods", "1"));
        edited("-n dask-gateway get secret dask-gateway-secrets", "replace", secret -> ((ObjectNode)
                        secret.path("data"))
                .properties()
                .forEach(value -> value.setValue(TextNode.valueOf("YnktaGFuZA=="))));
        edited("-n dask-gateway get rolebinding api-dask-gateway", "replace --force", binding -> {});
        kubectl("-n dask-gateway patch secret batch-monitor -p '{\"stringData\":{\"by-hand\":\"1\"}}'");
        kubectl("-n dask-gateway patch role traefik-dask-gateway --type=json -p"
                + " '[{\"op\":\"remove\",\"path\":\"/rules/0\"}]'");
        kubectl("-n dask-gateway patch service traefik-dask-gateway --type=json -p"
                + " '[{\"op\":\"remove\",\"path\":\"/spec/ports/0\"}]'");
        kubectl("-n jupyterhub delete configmap examples");
        kubectl(
                "patch clusterpolicy gpu-cluster-policy --type=merge -p '{\"spec\":{\"mig\":{\"strategy\":\"single\"}}}'");

        var expected = List.of(
                "ClusterPolicy of nvidia.com/v1 gpu-cluster-policy",
                "ConfigMap of v1 dask-gateway/batch-monitor",
                "ConfigMap of v1 jupyterhub/examples",
                "Deployment of apps/v1 jupyterhub/data-lpc",
                "LimitRange of v1 lpc-analysis/defaults",
                "ResourceQuota of v1 lpc-coffea/quota",
                "Role of rbac.authorization.k8s.io/v1 dask-gateway/traefik-dask-gateway",
                "RoleBinding of rbac.authorization.k8s.io/v1 dask-gateway/api-dask-gateway",
                "RoleBinding of rbac.authorization.k8s.io/v1 lpc-analysis/owner-view",
                "Secret of v1 dask-gateway/dask-gateway-secrets",
                "Service of v1 dask-gateway/traefik-dask-gateway",
                "ServiceAccount of v1 dask-gateway/api-dask-gateway",
                "ServiceAccount of v1 dask-gateway/batch-monitor");
        assertThat(moved(held)).containsExactlyElementsOf(expected);
        assertThat(Unmoved.all(workspace.target(), held.objects())).isFalse();

        assertThat(driftOfPreview())
                .containsExactly(
                        "ClusterPolicyPatch gpu-cluster-policy",
                        "ConfigMap dask-gateway/batch-monitor",
                        "ConfigMap jupyterhub/examples",
                        "Deployment jupyterhub/data-lpc",
                        "LimitRange lpc-analysis/defaults",
                        "ResourceQuota lpc-coffea/quota",
                        "Role dask-gateway/traefik-dask-gateway",
                        "RoleBinding lpc-analysis/owner-view",
                        "Service dask-gateway/traefik-dask-gateway",
                        "ServiceAccount dask-gateway/api-dask-gateway",
                        "ServiceAccount dask-gateway/batch-monitor");
        // The engine masks a Secret's values on both sides, so that its refresh tells no difference; its step does.
        assertThat(titles("changes")).contains("Secret dask-gateway/dask-gateway-secrets");

        up();
        HeldState after = held();
        // The same as it was, but by another hand: up has nothing to change, and it is read as long as it is not ours.
        assertThat(moved(after))
                .containsExactly("RoleBinding of rbac.authorization.k8s.io/v1 dask-gateway/api-dask-gateway");
        kubectl("-n dask-gateway delete rolebinding api-dask-gateway");
        up();
    }

    /** Without the engine, and of a part, nobody starts a pack: so one that cannot start tells who compared. */
    private static final String CHANGED =
            """
              facility:catalogue:
                collaborations: {dune: {flavours: {sl7: {memory: 10Gi}}}}
              facility:console: {links: {wiki: {text: Wiki, href: "https://wiki.example.org", location: HelpMenu}}}
              facility:monitoring: {probes: {others: {wiki: "https://wiki.example.org/"}}}
            """;

    private static final String WITH_A_NAMESPACE =
            """
              facility:namespaces:
                lpc-more: {displayName: More, owner: lpc-liaisons, experiment: cms-lpc, podSecurity: restricted,
                  quota: {cpu: 1, memory: 1Gi, pods: 2, persistentVolumeClaims: 0},
                  limits: {cpu: 100m, memory: 64Mi, cpuRequest: 10m, memoryRequest: 64Mi}}
            """;

    @Test
    void what_differs_is_known_and_brought_up_without_comparing_the_rest_as_by_the_engine() throws IOException {
        Path file = project.root().resolve("Pulumi.dev.yaml");
        String declared = Files.readString(file);
        assertThat(operations(AgreedPreview.of(project, "dev"))).isEmpty();
        try {
            Files.writeString(file, declared + CHANGED + WITH_A_NAMESPACE);
            assertThat(AgreedPreview.of(project, "dev").path("changes")).hasSizeGreaterThan(10);
            Files.writeString(file, declared + CHANGED);
            assertThat(operations(AgreedPreview.of(project, "dev"))).contains("create", "update");
            broughtUpInPart();
        } finally {
            Files.writeString(file, declared);
        }
        assertThat(operations(AgreedPreview.of(project, "dev"))).contains("delete", "update");
        broughtUpInPart();
    }

    private static List<String> operations(JsonNode report) {
        return report.path("changes").findValuesAsText("operation");
    }

    /** By an engine that no pack is started for; then one that looks at everything finds nothing left. */
    private void broughtUpInPart() throws IOException {
        project.withPackThatCannotStart(() -> {
            up();
            return true;
        });
        var left = AgreedPreview.of(project, "dev");
        assertThat(operations(left)).isEmpty();
        assertThat(moved(held())).isEmpty();
    }

    /** Of what is in a namespace that is not there yet, no engine is asked. */
    @Test
    void on_a_new_cluster_what_would_be_made_is_said_as_by_the_engine() throws IOException {
        try {
            assertThat(operations(AgreedPreview.of(project, "prod")))
                    .hasSizeGreaterThan(100)
                    .contains("create");
        } finally {
            // Others look at an environment that nobody has started.
            var gone = project.facility("twin", "delete", "prod", "--yes");
            assertThat(gone.exit()).as(gone.output()).isZero();
        }
    }

    /** Of no field of an object that is not ready anybody took anything; its preview shows it all the same. */
    @Test
    void a_program_that_is_not_ready_is_read_by_the_engine() {
        HeldState held = held();
        kubectl("cordon --selector=kubernetes.io/os=linux");
        try {
            kubectl("-n dask-gateway delete pod --selector=app.kubernetes.io/component=controller");
            assertThat(moved(held)).isEmpty();
            assertThat(Unmoved.all(workspace.target(), held.objects())).isFalse();
        } finally {
            kubectl("uncordon --selector=kubernetes.io/os=linux");
            kubectl("-n dask-gateway wait --for=condition=Available --timeout=60s"
                    + " deployment/controller-dask-gateway");
        }
    }

    @Test
    void a_kind_that_nobody_serves_is_named() {
        try (var listing = Listing.on(workspace.target())) {
            var nobodys = List.of(new ListedKind("example.org/v1", "Nothing"));
            assertThat(catchThrowable(() -> listing.labelled(nobodys)))
                    .hasMessage("Nothing of example.org/v1 cannot be listed: the cluster does not serve it");
        }
    }

    /** What is there, with a change, written back by a verb of kubectl's. */
    private void edited(String get, String verb, Consumer<ObjectNode> change) throws IOException {
        var object = (ObjectNode) new ObjectMapper().readTree(kubectl(get + " -o json --show-managed-fields"));
        change.accept(object);
        Files.writeString(project.root().resolve("edited.json"), object.toString());
        kubectl(verb + " -f edited.json");
    }

    private List<String> moved(HeldState held) {
        try (var listing = Listing.on(workspace.target())) {
            return Unmoved.moved(listing, held.objects());
        }
    }

    private TreeSet<String> driftOfPreview() throws IOException {
        Path file = project.root().resolve("listing.json");
        var ended = project.facility("preview", "dev", "--format", "json", "--out", file.toString());
        assertThat(ended.exit()).as(ended.output()).isZero();
        return titles("drift");
    }

    private TreeSet<String> titles(String part) throws IOException {
        JsonNode set = new ObjectMapper()
                .readTree(project.root().resolve("listing.json").toFile());
        var titles = new TreeSet<String>();
        for (JsonNode each : set.path(part)) {
            String type = each.path("type").asText();
            titles.add(type.substring(type.lastIndexOf(':') + 1) + " "
                    + each.path("name").asText());
        }
        return titles;
    }

    private String kubectl(String words) {
        var program = seen.toolchain().resolve(Program.KUBECTL).path();
        var ended =
                project.shell(program + " --kubeconfig " + workspace.target().kubeconfig() + " " + words);
        assertThat(ended.exit()).as(words + "\n" + ended.output()).isZero();
        return ended.output();
    }
}
