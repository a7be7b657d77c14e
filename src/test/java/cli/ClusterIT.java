package cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import toolchain.Cache;
import toolchain.Progress;
import toolchain.Toolchain;

/** {@code --on cluster}, against a control plane that another project started: to this one it is a real cluster. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClusterIT {
    private static final String SECRET = "0123456789abcdef".repeat(4);

    private ScratchProject owner;
    private ScratchProject project;
    private Path kubeconfig;
    private String uid;
    private String declaration;

    @BeforeAll
    void start() throws IOException {
        owner = ScratchProject.create("cluster-owner");
        var twin = owner.facility("twin", "start", "dev");
        assertThat(twin.exit()).as(twin.output()).isZero();
        project = ScratchProject.create("cluster");
        kubeconfig = project.root().resolve("kubeconfig");
        Files.copy(owner.root().resolve(".facility/dev/twin/kubeconfig"), kubeconfig);
        uid = kubectl("get namespace kube-system -o jsonpath={.metadata.uid}").strip();
        kubectl("config rename-context \"$(kubectl --kubeconfig " + kubeconfig + " config current-context)\" lab");
        addAnIdentityThatMayOnlyLook();
        declaration = Files.readString(Path.of("Pulumi.dev.yaml"));
    }

    @AfterAll
    void end() {
        project.close();
        owner.close();
    }

    @Test
    void a_cluster_that_is_not_named_is_never_touched() throws IOException {
        Files.writeString(project.root().resolve("Pulumi.dev.yaml"), declaration);
        var refused = up("up", "dev", "--on", "cluster", "--yes");
        assertThat(refused.exit()).as(refused.output()).isEqualTo(2);
        assertThat(refused.output()).contains("target: is missing: no cluster is named");
    }

    @Test
    void a_context_that_leads_to_another_cluster_is_refused() throws IOException {
        declare("lab", "11111111-2222-3333-4444-555555555555");
        var refused = up("up", "dev", "--on", "cluster", "--yes");
        assertThat(refused.exit()).as(refused.output()).isEqualTo(4);
        assertThat(refused.output()).contains("leads to okd/" + uid).contains("nothing was changed");
    }

    @Test
    void a_context_that_is_not_there_is_refused_by_name() throws IOException {
        declare("elsewhere", uid);
        var refused = up("preview", "dev", "--on", "cluster");
        assertThat(refused.exit()).as(refused.output()).isEqualTo(4);
        assertThat(refused.output()).contains("has no context \"elsewhere\"");
    }

    @Test
    void an_identity_without_the_rights_is_refused_with_all_that_it_lacks() throws IOException {
        declare("lab-looking", uid);
        var refused = up("up", "dev", "--on", "cluster", "--yes");
        assertThat(refused.exit()).as(refused.output()).isEqualTo(4);
        assertThat(refused.output())
                .contains("may not create, patch, delete deployments in namespace jupyterhub")
                .contains("may not get, patch nodes")
                .contains("nothing was changed");
    }

    /** All at once, and before the engine starts: its preview would be green. */
    @Test
    void kinds_that_the_cluster_does_not_serve_are_refused_by_name() throws IOException {
        declare("lab", uid);
        String definitions = "routes.route.openshift.io volumesnapshotclasses.snapshot.storage.k8s.io";
        kubectl("delete crd " + definitions);
        try {
            var refused = up("up", "dev", "--on", "cluster", "--yes");
            assertThat(refused.exit()).as(refused.output()).isEqualTo(4);
            assertThat(refused.output())
                    .contains("cluster okd does not serve what the declaration needs; nothing was changed")
                    .contains("Route of route.openshift.io/v1, for ")
                    .contains("VolumeSnapshotClass of snapshot.storage.k8s.io/v1, for ")
                    .doesNotContain("+ ");
        } finally {
            new Toolchain(project.root(), Cache.ofUser(), new Progress(System.err))
                    .customResources().stream()
                            .filter(file -> file.toString().matches(".*/(routes|.*_volumesnapshotclasses)\\..*"))
                            .forEach(file -> kubectl("create -f " + file));
            kubectl("wait --for=condition=Established --timeout=60s crd " + definitions);
        }
    }

    @Test
    void a_state_without_a_key_for_its_secrets_is_refused() throws IOException {
        declare("lab", uid);
        var refused = project.facility(
                Map.of("FACILITY_AMBIENT_KUBECONFIG", kubeconfig.toString()), "up", "dev", "--on", "cluster", "--yes");
        assertThat(refused.exit()).as(refused.output()).isEqualTo(4);
        assertThat(refused.output()).contains("set PULUMI_CONFIG_PASSPHRASE_FILE");
    }

    /** The whole way of a team: missing secrets are named, set by the command that was printed, and brought up. */
    @Test
    void secrets_come_from_the_teams_configuration_and_are_seen_nowhere() throws IOException {
        declare("lab", uid);
        var missing = up("up", "dev", "--on", "cluster", "--yes");
        assertThat(missing.exit()).as(missing.output()).isEqualTo(2);
        assertThat(missing.output())
                .contains("facility:secrets.hubCookieSecret: is missing: it signs the cookies")
                .contains("openssl rand -hex 32 | pulumi config set --secret --path facility:secrets.hubCookieSecret"
                        + " --config-file Pulumi.dev.yaml");
        setAllSecrets();
        assertThat(Files.readString(project.root().resolve("Pulumi.dev.yaml")))
                .contains("secure: v1:")
                .doesNotContain(SECRET);

        var brought = up("up", "dev", "--on", "cluster", "--yes");

        assertThat(brought.exit()).as(brought.output()).isZero();
        assertThat(brought.output()).contains("dev is up on okd").doesNotContain(SECRET);
        assertThat(kubectl("get secret hub-secrets -n jupyterhub"
                        + " -o 'go-template={{index .data \"hub.config.JupyterHub.cookie_secret\" | base64decode}}'"))
                .isEqualTo(SECRET);
        var again = up("up", "dev", "--on", "cluster", "--yes");
        assertThat(again.output()).contains("no changes");
        String state = Files.readString(
                project.root().resolve(".facility/dev/cluster-okd/state/.pulumi/stacks/facility/dev.json"));
        assertThat(state)
                .doesNotContain(SECRET)
                .doesNotContain(java.util.Base64.getEncoder()
                        .encodeToString(SECRET.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    /** Which a twin may have: the rule reads the target from the provider's own identifier. */
    @Test
    void a_sign_in_without_proof_is_refused_by_policy() throws IOException {
        declare("lab", uid);
        setAllSecrets();
        Path charts = project.root().resolve("charts");
        Path shared = charts.toRealPath();
        Files.delete(charts);
        try (var inside = Files.walk(shared)) {
            for (Path path : inside.toList()) {
                Files.copy(path, charts.resolve(shared.relativize(path).toString()));
            }
        }
        Path template = Files.copy(
                Path.of("src/test/resources/policy/kept.yaml"), charts.resolve("jupyterhub/templates/tool.yaml"));
        var refused = up("preview", "dev", "--on", "cluster");
        Files.delete(template);
        assertThat(refused.exit()).as(refused.output()).isEqualTo(3);
        assertThat(refused.output())
                .contains(
                        "policy mandatory: [test-sign-in-is-on-twins] ConfigMap jupyterhub/second-hub: signs people in"
                                + " without proof, dummy; only where the provider's clusterIdentifier begins with twin/; set"
                                + " hub.signIn.use to cilogon, oidc or ldap");
    }

    /** In one shell: each start of the command line costs more than the setting itself. */
    private void setAllSecrets() {
        var script = new StringBuilder(environment() + "eval \"$(java -Dfacility.root=" + project.root()
                + " -cp target/facility.jar cli.Main env dev --on cluster)\"");
        for (var secret : config.FacilityReader.read(project.root(), facility.Environment.DEV, false)
                .orElseThrow("Pulumi.dev.yaml")
                .secrets()) {
            script.append(" && printf -- '" + value(secret.form()) + "' | pulumi config set --secret --path"
                    + " facility:secrets." + secret.path()
                    + " --config-file Pulumi.dev.yaml --stack dev --non-interactive");
        }
        var set = project.shell(script.toString());
        assertThat(set.exit()).as(set.output()).isZero();
    }

    private static String value(facility.SecretValue.Form form) {
        return switch (form) {
            case PEM -> "-----BEGIN PRIVATE KEY-----\\n" + SECRET + "\\n-----END PRIVATE KEY-----\\n";
            case DOCKER_CONFIG -> "{\"auths\": {\"registry.example.org\": {\"auth\": \"" + SECRET + "\"}}}";
            default -> SECRET;
        };
    }

    private ScratchProject.Ended up(String... words) {
        return project.facility(
                Map.of("FACILITY_AMBIENT_KUBECONFIG", kubeconfig.toString(), "PULUMI_CONFIG_PASSPHRASE", "rehearsal"),
                words);
    }

    private String environment() {
        return "export FACILITY_AMBIENT_KUBECONFIG=" + kubeconfig + " PULUMI_CONFIG_PASSPHRASE=rehearsal; ";
    }

    private void declare(String context, String uid) throws IOException {
        Files.writeString(
                project.root().resolve("Pulumi.dev.yaml"),
                declaration + "  facility:checkmk: null\n  facility:target: {cluster: okd, context: " + context
                        + ", uid: " + uid + "}\n");
    }

    private void addAnIdentityThatMayOnlyLook() {
        kubectl("create serviceaccount looking -n default");
        kubectl("create clusterrolebinding looking --clusterrole=view --serviceaccount=default:looking");
        String token = kubectl("create token looking -n default").strip();
        kubectl("config set-credentials looking --token=" + token);
        String cluster = kubectl("config view -o jsonpath={.clusters[0].name}").strip();
        kubectl("config set-context lab-looking --cluster=" + cluster + " --user=looking");
    }

    private String kubectl(String words) {
        var ended =
                owner.shell("PATH=\"$PATH:$(dirname \"$(ls -d ~/.cache/facility/toolchain/*/kubectl-*/kubectl)\")\";"
                        + " kubectl --kubeconfig " + kubeconfig + " " + words);
        assertThat(ended.exit()).as(ended.output()).isZero();
        return ended.output();
    }
}
