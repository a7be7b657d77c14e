package cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import toolchain.Cache;
import toolchain.Program;
import toolchain.Progress;
import toolchain.Toolchain;

/** Whether an environment works, asked of a twin that does, and of one in which somebody broke something by hand. */
@ExtendWith(DevIsUp.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HealthIT {
    private final String kubectl = new Toolchain(Path.of("").toAbsolutePath(), Cache.ofUser(), new Progress(System.err))
            .resolve(Program.KUBECTL)
            .path()
            .toString();
    private ScratchProject project;

    @BeforeAll
    void begin(ScratchProject shared) {
        project = shared;
        healthyAgain();
    }

    @Test
    void what_is_up_is_healthy_and_what_a_twin_cannot_answer_is_not_green() {
        var health = project.facility("health", "dev");
        assertThat(health.exit()).as(health.output()).isZero();
        assertThat(health.output())
                .contains("dev on twin/dev is healthy: ")
                .contains(
                        "not asked: jupyterhub: https://analytics-hub-dev.example.org/hub/api: nothing listens on a twin")
                .contains(
                        "not asked: monitoring: targets of ServiceMonitor jupyterhub/hub: no Prometheus runs on a twin")
                .doesNotContain("RED");
        var one = project.facility("health", "dev", "--format", "json");
        assertThat(one.output()).contains("\"schema\" : \"facility/health/v1\"");
        assertThat(project.facility("health", "dev", "--format", "json").output())
                .isEqualTo(one.output());
    }

    @Test
    void what_is_scaled_away_or_missing_is_red_with_its_name() {
        kubectl("-n jupyterhub scale deployment proxy --replicas=0");
        kubectl("-n binderhub get route binder -o yaml > kept.yaml");
        kubectl("-n binderhub delete route binder");

        var broken = project.facility("health", "dev");
        kubectl("apply -f kept.yaml");
        kubectl("-n jupyterhub scale deployment proxy --replicas=1");

        assertThat(broken.exit()).as(broken.output()).isEqualTo(1);
        assertThat(broken.output())
                .contains("red: jupyterhub: Deployment jupyterhub/proxy: spec.replicas is 0, and 1 is declared")
                .contains("red: binderhub: Route binderhub/binder: is absent")
                .contains("dev on twin/dev is not healthy: ")
                .contains(", 2 red, ");
        healthyAgain();
    }

    @Test
    void what_cannot_run_is_red_with_the_reason_that_its_pods_give() {
        kubectl("-n binderhub patch deployment binder --type=merge -p"
                + " '{\"spec\":{\"template\":{\"spec\":{\"nodeSelector\":{\"nowhere\":\"at-all\"}}}}}'");
        kubectl("-n binderhub wait --for=jsonpath='{.status.unavailableReplicas}'=1 deployment/binder --timeout=60s");

        var broken = project.facility("health", "dev", "--wait", "5s");
        kubectl("-n binderhub patch deployment binder --type=json -p"
                + " '[{\"op\":\"remove\",\"path\":\"/spec/template/spec/nodeSelector/nowhere\"}]'");

        assertThat(broken.exit()).as(broken.output()).isEqualTo(1);
        assertThat(broken.output())
                .contains("waiting for 1 that are red, first of them binderhub: Deployment binderhub/binder: ")
                .containsPattern("red: binderhub: Deployment binderhub/binder: .*Unschedulable: ");
        healthyAgain();
    }

    @Test
    void a_time_that_is_none_and_a_twin_that_does_not_run_are_no_health() {
        var wrong = project.facility("health", "dev", "--wait", "soon");
        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.output()).contains("--wait: is no time, \"soon\"; a whole number with s, m or h, such as 5m");
        var away = project.facility("health", "prod");
        assertThat(away.exit()).as(away.output()).isEqualTo(4);
        assertThat(away.output()).contains("start the twin with: facility twin start");
    }

    private void healthyAgain() {
        var health = project.facility("health", "dev", "--wait", "2m");
        assertThat(health.exit()).as(health.output()).isZero();
    }

    private void kubectl(String words) {
        var ended = project.shell(kubectl + " --kubeconfig .facility/dev/twin/kubeconfig " + words);
        assertThat(ended.exit()).as(ended.output()).isZero();
    }
}
