package stacks.examples;

import facility.hub.Examples;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRuleBuilder;
import java.time.Duration;
import java.util.Map;
import kube.Labels;
import kube.Restricted;

/** What brings the declared commits, one run at a time, and what its pods reach: the repositories' host alone. */
final class ExamplesPods {
    private static final String COMPONENT = "app.kubernetes.io/component";
    private static final Duration DEADLINE = Duration.ofMinutes(10);

    private final Examples examples;
    private final ObjectMeta metadata;

    ExamplesPods(Examples examples, ObjectMeta metadata) {
        this.examples = examples;
        this.metadata = metadata;
    }

    CronJob cronJob() {
        return new CronJobBuilder()
                .withMetadata(metadata)
                .withNewSpec()
                .withSchedule(examples.schedule())
                .withConcurrencyPolicy("Forbid")
                .withStartingDeadlineSeconds(DEADLINE.toSeconds())
                .withSuccessfulJobsHistoryLimit(1)
                .withFailedJobsHistoryLimit(3)
                .withNewJobTemplate()
                .withNewSpec()
                // What could not be brought is tried again by the schedule, and the log stays.
                .withBackoffLimit(0)
                .withActiveDeadlineSeconds(DEADLINE.toSeconds())
                .withNewTemplate()
                .withNewMetadata()
                .withLabels(Labels.common())
                .addToLabels(COMPONENT, ExamplesStack.NAME)
                .endMetadata()
                .withSpec(pod())
                .endTemplate()
                .endSpec()
                .endJobTemplate()
                .endSpec()
                .build();
    }

    NetworkPolicy fence() {
        var host = new NetworkPolicyEgressRuleBuilder()
                .addNewPort()
                .withProtocol("TCP")
                .withPort(new IntOrString(443))
                .endPort();
        examples.networks().forEach(network -> host.addNewTo()
                .withNewIpBlock()
                .withCidr(network)
                .endIpBlock()
                .endTo());
        return new NetworkPolicyBuilder()
                .withMetadata(metadata)
                .withNewSpec()
                .withNewPodSelector()
                .addToMatchLabels(COMPONENT, ExamplesStack.NAME)
                .endPodSelector()
                .withPolicyTypes("Ingress", "Egress")
                .withEgress(host.build())
                .endSpec()
                .build();
    }

    private PodSpec pod() {
        return new PodSpecBuilder()
                .withServiceAccountName(ExamplesStack.NAME)
                .withAutomountServiceAccountToken(false)
                .withRestartPolicy("Never")
                .withSecurityContext(Restricted.pod())
                .withContainers(container())
                .addNewVolume()
                .withName("program")
                .withNewConfigMap()
                .withName(ExamplesStack.NAME)
                .endConfigMap()
                .endVolume()
                .addNewVolume()
                .withName("examples")
                .withNewPersistentVolumeClaim()
                .withClaimName(ExamplesStack.NAME)
                .endPersistentVolumeClaim()
                .endVolume()
                .build();
    }

    private Container container() {
        return new ContainerBuilder()
                .withName(ExamplesStack.NAME)
                .withImage(examples.image().toString())
                .withImagePullPolicy("IfNotPresent")
                .withCommand(
                        "/bin/sh",
                        "-c",
                        "exec /bin/sh /opt/examples/" + ExamplesStack.PROGRAM + " /examples < /opt/examples/"
                                + ExamplesStack.LIST)
                // Nobody answers a question for a password, and git has no home to read settings from.
                .addNewEnv()
                .withName("GIT_TERMINAL_PROMPT")
                .withValue("0")
                .endEnv()
                .addNewEnv()
                .withName("HOME")
                .withValue("/nonexistent")
                .endEnv()
                .withNewResources()
                .withRequests(Map.of("cpu", new Quantity("50m"), "memory", new Quantity("64Mi")))
                .withLimits(Map.of("cpu", new Quantity("1"), "memory", new Quantity("512Mi")))
                .endResources()
                .withSecurityContext(Restricted.container())
                .addNewVolumeMount()
                .withName("program")
                .withMountPath("/opt/examples")
                .withReadOnly(true)
                .endVolumeMount()
                .addNewVolumeMount()
                .withName("examples")
                .withMountPath("/examples")
                .endVolumeMount()
                .build();
    }
}
