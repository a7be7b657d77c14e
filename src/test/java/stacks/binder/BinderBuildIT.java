package stacks.binder;

import static org.assertj.core.api.Assertions.assertThat;

import cli.AccountKubeconfig;
import cli.DevIsUp;
import cli.ScratchProject;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import facility.Environment;
import facility.binder.Builds;
import facility.binder.SharedBinder;
import house.PythonPrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import stacks.CheckedFacility;

/** The build pod that BinderHub's class makes, sent to the twin with the rights of BinderHub's own account. */
@ExtendWith(DevIsUp.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BinderBuildIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonNode answer;

    @BeforeAll
    void send(ScratchProject project) throws IOException {
        Path folder = Files.createDirectories(project.root().resolve("binder"));
        var ended = PythonPrograms.of(Path.of("charts/binderhub/requirements.txt"))
                .run(
                        Map.of(
                                "KUBECONFIG",
                                AccountKubeconfig.write(
                                                project.root().resolve(".facility/dev/twin/kubeconfig"),
                                                "binderhub",
                                                "binderhub",
                                                folder)
                                        .toString()),
                        settings(),
                        "src/test/python/binder_build.py");
        assertThat(ended.exit()).as(ended.errors()).isZero();
        answer = JSON.readTree(ended.output());
    }

    @Test
    void the_rootless_build_is_admitted_under_its_own_scc_without_a_socket() {
        JsonNode pod = answer.path("rootless").path("made");
        assertThat(pod.isObject()).as(answer.path("rootless").toString()).isTrue();
        JsonNode spec = pod.path("spec");
        assertThat(spec.path("hostUsers").asBoolean(true)).isFalse();
        assertThat(spec.path("serviceAccountName").asText()).isEqualTo("binder-build");
        assertThat(spec.path("volumes").toString()).doesNotContain("hostPath").contains("binder-registry");
        assertThat(spec.path("containers")
                        .get(0)
                        .path("resources")
                        .path("limits")
                        .path("cpu")
                        .asText())
                .isEqualTo("2");
    }

    @Test
    void upstreams_own_pod_is_refused() {
        assertThat(answer.path("upstream").path("refused").asInt()).isEqualTo(403);
        assertThat(answer.path("upstream").path("message").asText()).contains("hostPath");
    }

    @Test
    void another_account_may_not_use_the_scc() {
        assertThat(answer.path("another account").path("refused").asInt()).isEqualTo(403);
        assertThat(answer.path("another account").path("message").asText())
                // Whichever of the two admission policies that refuse it answers first.
                .containsAnyOf(
                        "unable to validate against any security context constraint",
                        "required scc/binder-build: not usable by user or serviceaccount");
    }

    @Test
    void the_scc_gives_no_more_than_it_says() {
        assertThat(answer.path("host users").path("message").asText()).contains("hostUsers");
        assertThat(answer.path("privilege").path("message").asText()).contains("SYS_ADMIN");
    }

    @Test
    void binders_account_builds_in_one_namespace_counts_in_another_and_reads_no_secret() {
        assertThat(answer.path("elsewhere").path("message").asText()).contains("cannot create resource \"pods\"");
        assertThat(answer.path("count").has("made")).isTrue();
        assertThat(answer.path("secrets").path("refused").asInt()).isEqualTo(403);
    }

    private static String settings() throws IOException {
        var facility = CheckedFacility.read(Path.of(""), Environment.DEV, true).facility();
        Builds builds = facility.binder().builds();
        var rootless = builds.rootless().orElseThrow();
        assertThat(SharedBinder.of().builds().use()).isEqualTo(Builds.Way.ROOTLESS);
        return JSON.writeValueAsString(Map.of(
                "rootless", BinderPrograms.of(facility.binder()).get("build"),
                "image", rootless.image().toString(),
                "namespace", builds.namespace(),
                "account", BuildPlace.ACCOUNT,
                "constraints", rootless.securityContextConstraints(),
                "push_secret", BinderHubStack.REGISTRY_SECRET,
                "cpu", builds.cpu().toString(),
                "memory", builds.memory().toString()));
    }
}
